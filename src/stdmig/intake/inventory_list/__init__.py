"""
A list of systems that somebody else wrote, understood (業務システム一覧の取込み).

`understand` leads through all of it, in this order:

- `table`: which tables are lists; `header_columns` and `columns_asked` say what their
  columns hold, by the words in `headings`
- `rows`: the rows that are entries; `filling` fills their blanks
- `row_systems`: which systems a row is about, by `recognise` and `system_names`
- `entry`: what a row says; `spans` reads its days, `fees` its amounts, `standing`
  whether its systems are live, `values` the rest
- `install`: the units, and `contracts`: the contracts that the rows tell of
- `drafted`: both as a draft of ``systems.yaml``

What one of them cannot settle it asks through `inquiry`.
"""
