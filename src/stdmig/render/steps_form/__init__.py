"""The form of steps: told, made anew, filled in (業務別ステップ別進捗一覧)."""
