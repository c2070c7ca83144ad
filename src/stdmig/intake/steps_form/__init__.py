"""The ministry's form of steps per system, read as it is (業務別ステップ別進捗一覧)."""
