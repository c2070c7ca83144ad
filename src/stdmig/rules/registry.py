"""All rules, in the order of their codes (規則の一覧)."""

from __future__ import annotations

from stdmig.rules import (
    contract_already_over,
    contract_end_unknown,
    contract_ends_before_cutover,
    contract_outlives_cutover,
    cutover_after_deadline,
    no_plan_fits,
    policy_undecided,
    safe_plan_does_not_fit,
    single_year_contract,
    system_missing,
    system_without_unit,
)
from stdmig.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    system_missing.RULE,
    system_without_unit.RULE,
    policy_undecided.RULE,
    contract_ends_before_cutover.RULE,
    contract_end_unknown.RULE,
    single_year_contract.RULE,
    contract_already_over.RULE,
    contract_outlives_cutover.RULE,
    cutover_after_deadline.RULE,
    no_plan_fits.RULE,
    safe_plan_does_not_fit.RULE,
)
