"""New files, with comments that teach how to go on with them (新規ファイルの作成)."""
