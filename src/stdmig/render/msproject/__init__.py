"""The plan as a project that other people's schedulers compute again (MSPDI)."""

from stdmig.render.msproject.project import project_xml

__all__ = ["project_xml"]
