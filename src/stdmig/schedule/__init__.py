"""Rules of time applied: passes, cutovers, reasons, the plan (日程計算)."""

from stdmig.schedule.assumption import Assumption
from stdmig.schedule.assumptions import assumptions
from stdmig.schedule.bridges import Bridge, BridgeGroup, Flow, bridges
from stdmig.schedule.broken_order import BrokenOrder, broken_orders
from stdmig.schedule.budget_option import BudgetOption, budget_options, sooner_way
from stdmig.schedule.budget_way import BudgetWay, Occasion, budget_ways
from stdmig.schedule.carry_over import carry_over_vote
from stdmig.schedule.chain import Chain, Step, chain, chain_fields
from stdmig.schedule.closures import Closure, closures
from stdmig.schedule.cutover import Cutover
from stdmig.schedule.cutover_choice import Choice
from stdmig.schedule.deadlines import limits
from stdmig.schedule.floors import publication
from stdmig.schedule.funding import Funding
from stdmig.schedule.later_work import with_later_work
from stdmig.schedule.milestones import MilestoneDate, milestones
from stdmig.schedule.missed_votes import MissedVote, Move, missed_votes
from stdmig.schedule.other_cutovers import with_cutovers
from stdmig.schedule.package_splits import PackageSplit, package_splits
from stdmig.schedule.plan import Plan
from stdmig.schedule.progress import Record
from stdmig.schedule.proposals import next_allowed_day, proposals
from stdmig.schedule.reason import Reason
from stdmig.schedule.reasons import task_reasons
from stdmig.schedule.retests import Retest, retests
from stdmig.schedule.schedule import schedule
from stdmig.schedule.settled import Settled
from stdmig.schedule.slips import slips
from stdmig.schedule.task_dates import DATE_FIELDS, TaskDates
from stdmig.schedule.task_rules import needs_vote
from stdmig.schedule.timing import Duration, Timing
from stdmig.schedule.too_early import TooEarly, waiting_systems, work_too_early
from stdmig.schedule.town_days import closed_dates, day_off, follows_working_day
from stdmig.schedule.unassessed import Unassessed, unassessed
from stdmig.schedule.unkept_starts import Obstacle, UnkeptStart, unkept_starts
from stdmig.schedule.votes import Vote, session_of, vote_of

__all__ = [
    "DATE_FIELDS",
    "Assumption",
    "Bridge",
    "BridgeGroup",
    "BrokenOrder",
    "BudgetOption",
    "BudgetWay",
    "Chain",
    "Choice",
    "Closure",
    "Cutover",
    "Duration",
    "Flow",
    "Funding",
    "MilestoneDate",
    "MissedVote",
    "Move",
    "Obstacle",
    "Occasion",
    "PackageSplit",
    "Plan",
    "Reason",
    "Record",
    "Retest",
    "Settled",
    "Step",
    "TaskDates",
    "Timing",
    "TooEarly",
    "Unassessed",
    "UnkeptStart",
    "Vote",
    "assumptions",
    "bridges",
    "broken_orders",
    "budget_options",
    "budget_ways",
    "carry_over_vote",
    "chain",
    "chain_fields",
    "closed_dates",
    "closures",
    "day_off",
    "follows_working_day",
    "limits",
    "milestones",
    "missed_votes",
    "needs_vote",
    "next_allowed_day",
    "package_splits",
    "proposals",
    "publication",
    "retests",
    "schedule",
    "session_of",
    "slips",
    "sooner_way",
    "task_reasons",
    "unassessed",
    "unkept_starts",
    "vote_of",
    "waiting_systems",
    "with_cutovers",
    "with_later_work",
    "work_too_early",
]
