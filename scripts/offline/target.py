"""The machines that the offline set is made for (対象のパソコン)."""

from __future__ import annotations

from typing import NamedTuple

Environment = dict[str, str]
"""What the markers of requirements ask about a machine (PEP 508)."""

PYTHONS = ("3.11", "3.12", "3.13", "3.14")


class Platform(NamedTuple):
    """
    A kind of machine.

    Attributes
    ----------
    tags
        The platforms of wheels that run on it, as pip names them.
    runs
        What `sysconfig.get_platform` says on it.
    markers
        What requirements ask about it (PEP 508).
    """

    name: str
    tags: tuple[str, ...]
    runs: str
    markers: Environment

    def environment(self, python: str) -> Environment:
        """Return the answers to a requirement's marker under a version of Python."""
        return {
            **self.markers,
            "python_version": python,
            "python_full_version": f"{python}.0",
            "implementation_version": f"{python}.0",
        }


def _markers(os_name: str, sys_platform: str, system: str, machine: str) -> Environment:
    return {
        "implementation_name": "cpython",
        "implementation_version": "",
        "os_name": os_name,
        "platform_machine": machine,
        "platform_python_implementation": "CPython",
        "platform_release": "",
        "platform_system": system,
        "platform_version": "",
        "python_full_version": "",
        "python_version": "",
        "sys_platform": sys_platform,
    }


PLATFORMS = (
    Platform(
        "windows",
        ("win_amd64",),
        "win-amd64",
        _markers("nt", "win32", "Windows", "AMD64"),
    ),
    Platform(
        "linux",
        ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
        "linux-x86_64",
        _markers("posix", "linux", "Linux", "x86_64"),
    ),
)
