"""What every table of many municipalities is made of (団体の表の部品)."""
