"""The plan as one HTML file that opens offline by double click (HTMLの計画書)."""
