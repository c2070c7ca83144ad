"""What is wrong, how badly, and where (誤り)."""

from stdmig.diagnostics.diagnostic import Diagnostic
from stdmig.diagnostics.location import Location
from stdmig.diagnostics.severity import Severity

__all__ = ["Diagnostic", "Location", "Severity"]
