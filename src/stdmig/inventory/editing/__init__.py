"""Files that people wrote, changed without touching the rest (既存ファイルの更新)."""

from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.patch import UnsafeError
from stdmig.inventory.editing.systems import edit_systems_yaml

__all__ = ["Edited", "Editor", "UnsafeError", "edit_systems_yaml"]
