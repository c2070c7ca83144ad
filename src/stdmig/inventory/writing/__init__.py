"""New files, with comments that teach how to go on with them (新規ファイルの作成)."""

from stdmig.inventory.writing.new_file import new_systems_yaml
from stdmig.inventory.writing.scalar import scalar, unwritable

__all__ = ["new_systems_yaml", "scalar", "unwritable"]
