"""The plan as a Gantt chart that code hosts draw in Markdown (Mermaid)."""

from stdmig.render.mermaid.gantt import plan_mermaid

__all__ = ["plan_mermaid"]
