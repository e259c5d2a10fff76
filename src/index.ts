/**
 * The order of the house: one line a module, earliest first, under the banners of its areas. A module imports only from
 * lines above its own.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- foundation
// inside ./foundation/TextOrder.js
// inside ./foundation/ContentText.js
export * as Label from "./foundation/Label.js"
export * as Fault from "./foundation/Fault.js"
export * as Exact from "./foundation/Exact.js"
export * as Rounding from "./foundation/Rounding.js"
export * as Score from "./foundation/Score.js"
export * as Unit from "./foundation/Unit.js"
export * as Quantity from "./foundation/Quantity.js"
export * as Rate from "./foundation/Rate.js"
export * as Apportionment from "./foundation/Apportionment.js"
export * as CivilDate from "./foundation/CivilDate.js"
export * as PartialDate from "./foundation/PartialDate.js"
export * as Period from "./foundation/Period.js"
export * as WorkCalendar from "./foundation/WorkCalendar.js"
export * as Coordinate from "./foundation/Coordinate.js"
export * as Absence from "./foundation/Absence.js"
export * as Citation from "./foundation/Citation.js"
export * as Dated from "./foundation/Dated.js"
export * as Finding from "./foundation/Finding.js"
export * as Canonical from "./foundation/Canonical.js"
export * as Digest from "./foundation/Digest.js"
export * as Audience from "./foundation/Audience.js"
export * as Document from "./foundation/Document.js"
export * as FoundationTexts from "./foundation/FoundationTexts.js"

// ---------------------------------------------------------------- process
export * as Actor from "./process/Actor.js"
export * as Journal from "./process/Journal.js"
export * as Chain from "./process/Chain.js"
export * as Decider from "./process/Decider.js"
export * as OfficeHours from "./process/OfficeHours.js"
// inside ./process/Counting.js
export * as Limit from "./process/Limit.js"
export * as Escalation from "./process/Escalation.js"
export * as Separation from "./process/Separation.js"
export * as Guard from "./process/Guard.js"
export * as Workflow from "./process/Workflow.js"
// inside ./process/WorkflowPlan.js
// inside ./process/WorkflowSearch.js
export * as WorkflowLint from "./process/WorkflowLint.js"
export * as Proceeding from "./process/Proceeding.js"
export * as StateDiagram from "./process/StateDiagram.js"
export * as ApprovalProcedure from "./process/ApprovalProcedure.js"
export * as Approval from "./process/Approval.js"
export * as Posting from "./process/Posting.js"
export * as ProcessTexts from "./process/ProcessTexts.js"

// ---------------------------------------------------------------- rules
export * as Span from "./rules/Span.js"
export * as Expression from "./rules/Expression.js"
export * as Clause from "./rules/Clause.js"
export * as Fact from "./rules/Fact.js"
// inside ./rules/SpanText.js
// inside ./rules/ConditionText.js
// inside ./rules/Value.js
// inside ./rules/World.js
// inside ./rules/Precedence.js
export * as Draw from "./rules/Draw.js"
export * as Ranking from "./rules/Ranking.js"
export * as Poll from "./rules/Poll.js"
export * as Ballot from "./rules/Ballot.js"
// inside ./rules/Structure.js
export * as Rulebook from "./rules/Rulebook.js"
export * as Scoring from "./rules/Scoring.js"
export * as Veto from "./rules/Veto.js"
export * as Builder from "./rules/Builder.js"
// inside ./rules/OutcomeParts.js
export * as Outcome from "./rules/Outcome.js"
// inside ./rules/Condition.js
// inside ./rules/Pieces.js
// inside ./rules/Holding.js
// inside ./rules/Lines.js
// inside ./rules/Placing.js
// inside ./rules/Evaluation.js
// inside ./rules/Verdict.js
// inside ./rules/Population.js
// inside ./rules/Judging.js
export * as Interpreter from "./rules/Interpreter.js"
export * as CertificateTexts from "./rules/CertificateTexts.js"
export * as Evidence from "./rules/Evidence.js"
export * as GroupTable from "./rules/GroupTable.js"
export * as Certificate from "./rules/Certificate.js"
export * as Verifier from "./rules/Verifier.js"
export * as Defect from "./rules/Defect.js"
// inside ./rules/Range.js
// inside ./rules/Coverage.js
// inside ./rules/Dependence.js
// inside ./rules/Windows.js
// inside ./rules/LineRange.js
// inside ./rules/Ladder.js
// inside ./rules/Found.js
// inside ./rules/SumRange.js
// inside ./rules/CurveRange.js
// inside ./rules/PeersRange.js
// inside ./rules/NodeRange.js
export * as Extent from "./rules/Extent.js"
// inside ./rules/PlanColumn.js
// inside ./rules/PlanTree.js
// inside ./rules/PlanGround.js
// inside ./rules/PlanOperators.js
// inside ./rules/PlanChoice.js
// inside ./rules/PlanLeaves.js
// inside ./rules/PlanCaps.js
// inside ./rules/PlanLines.js
// inside ./rules/PlanPeers.js
// inside ./rules/PlanPlaces.js
// inside ./rules/PlanReading.js
// inside ./rules/PlanBook.js
// inside ./rules/PlanProof.js
// inside ./rules/PlanVerdict.js
// inside ./rules/PlanPopulation.js
// inside ./rules/PlanRating.js
export * as Plan from "./rules/Plan.js"
// inside ./rules/Box.js
// inside ./rules/Trial.js
// inside ./rules/Term.js
// inside ./rules/Unknowns.js
// inside ./rules/Staging.js
// inside ./rules/WitnessSearch.js
// inside ./rules/Crowd.js
// inside ./rules/SpanRepair.js
// inside ./rules/BandCheck.js
// inside ./rules/CurveCheck.js
// inside ./rules/LadderCheck.js
// inside ./rules/AmountCheck.js
// inside ./rules/RoundingCheck.js
// inside ./rules/QuotaCheck.js
// inside ./rules/Bearing.js
// inside ./rules/RiseCheck.js
export * as Quotas from "./rules/Quotas.js"
export * as PeersTexts from "./rules/PeersTexts.js"
// inside ./rules/LinePairs.js
// inside ./rules/LineRepair.js
// inside ./rules/LineCheck.js
// inside ./rules/RowCheck.js
// inside ./rules/ReachCheck.js
// inside ./rules/VetoCheck.js
// inside ./rules/ClauseCheck.js
// inside ./rules/ImportCheck.js
export * as LintTexts from "./rules/LintTexts.js"
export * as Lint from "./rules/Lint.js"
export * as RulesTexts from "./rules/RulesTexts.js"
// inside ./rules/Wording.js
// inside ./rules/Ruling.js
export * as Explanation from "./rules/Explanation.js"
// inside ./rules/MarkdownTable.js
// inside ./rules/ProofRow.js
// inside ./rules/ProofClause.js
export * as ProofTable from "./rules/ProofTable.js"
export * as Numerals from "./rules/Numerals.js"
export * as Narrowing from "./rules/Narrowing.js"
// inside ./rules/Difference.js
// inside ./rules/TreeDifference.js
// inside ./rules/RecordDifference.js
// inside ./rules/InputDifference.js
// inside ./rules/Attribution.js
export * as Impact from "./rules/Impact.js"
// inside ./rules/Attempt.js
// inside ./rules/Scheduling.js
// inside ./rules/Obstacles.js
// inside ./rules/Search.js
// inside ./rules/Trials.js
export * as LeastChange from "./rules/LeastChange.js"
export * as ChangeTexts from "./rules/ChangeTexts.js"

// ---------------------------------------------------------------- organisation
export * as Provision from "./organisation/Provision.js"
export * as OrganisationKind from "./organisation/OrganisationKind.js"
export * as Organisation from "./organisation/Organisation.js"
export * as AdministrativeUnit from "./organisation/AdministrativeUnit.js"
export * as HeadCount from "./organisation/HeadCount.js"
export * as Forest from "./organisation/Forest.js"
// inside ./organisation/LawfulPlace.js
export * as PartyTree from "./organisation/PartyTree.js"
export * as UnitTree from "./organisation/UnitTree.js"
export * as OrganisationCode from "./organisation/OrganisationCode.js"
export * as OrganisationChange from "./organisation/OrganisationChange.js"
export * as OrganisationBodies from "./organisation/OrganisationBodies.js"
// inside ./organisation/ChangeMoves.js
// inside ./organisation/ChangePlan.js
// inside ./organisation/ChangeCheck.js
export * as OrganisationLife from "./organisation/OrganisationLife.js"
export * as Lineage from "./organisation/Lineage.js"
export * as OrganisationRegister from "./organisation/OrganisationRegister.js"
export * as ChangeProcedure from "./organisation/ChangeProcedure.js"
export * as IdentityNumber from "./organisation/IdentityNumber.js"
export * as Person from "./organisation/Person.js"
export * as Member from "./organisation/Member.js"
export * as MemberRule from "./organisation/MemberRule.js"
export * as MemberRecord from "./organisation/MemberRecord.js"
// inside ./organisation/MemberGuards.js
// inside ./organisation/MemberAdmission.js
// inside ./organisation/MemberDeparture.js
// inside ./organisation/MemberEvolution.js
export * as MemberLife from "./organisation/MemberLife.js"
export * as DevelopmentFile from "./organisation/DevelopmentFile.js"
export * as DevelopmentPlan from "./organisation/DevelopmentPlan.js"
export * as Transfer from "./organisation/Transfer.js"
// inside ./organisation/Affiliations.js
export * as Roll from "./organisation/Roll.js"
export * as Successions from "./organisation/Successions.js"
export * as Post from "./organisation/Post.js"
export * as PostRoll from "./organisation/PostRoll.js"
export * as Threshold from "./organisation/Threshold.js"
export * as Leadership from "./organisation/Leadership.js"
export * as Establishment from "./organisation/Establishment.js"
export * as PostRule from "./organisation/PostRule.js"
export * as Team from "./organisation/Team.js"
export * as DualRole from "./organisation/DualRole.js"
export * as Tenure from "./organisation/Tenure.js"
export * as VoteRule from "./organisation/VoteRule.js"
export * as Franchise from "./organisation/Franchise.js"
export * as ElectionRule from "./organisation/ElectionRule.js"
export * as Tally from "./organisation/Tally.js"
export * as Election from "./organisation/Election.js"
export * as ElectionDecider from "./organisation/ElectionDecider.js"
export * as Dues from "./organisation/Dues.js"
export * as DuesLedger from "./organisation/DuesLedger.js"
export * as DuesStatement from "./organisation/DuesStatement.js"
export * as PartyCoverage from "./organisation/PartyCoverage.js"
// inside ./organisation/GridRows.js
export * as Grid from "./organisation/Grid.js"
export * as GridRule from "./organisation/GridRule.js"
export * as GridCoverage from "./organisation/GridCoverage.js"
export * as Census from "./organisation/Census.js"
export * as CensusSource from "./organisation/CensusSource.js"
export * as OrganisationTexts from "./organisation/OrganisationTexts.js"

// ---------------------------------------------------------------- orders
export * as OrderTerm from "./orders/OrderTerm.js"
export * as OrderKind from "./orders/OrderKind.js"
export * as OrderScheme from "./orders/OrderScheme.js"
// inside ./orders/OrderPrinciple.js
// inside ./orders/OrderPlan.js
export * as ServiceOrder from "./orders/ServiceOrder.js"
export * as OrderClock from "./orders/OrderClock.js"
export * as OrderWorld from "./orders/OrderWorld.js"
export * as OrderRoles from "./orders/OrderRoles.js"
export * as OrderLog from "./orders/OrderLog.js"
export * as Duplicates from "./orders/Duplicates.js"
export * as OrderRow from "./orders/OrderRow.js"
export * as OrderCounts from "./orders/OrderCounts.js"
// inside ./orders/OrderTally.js
export * as OrderStatistics from "./orders/OrderStatistics.js"
export * as OrderRelease from "./orders/OrderRelease.js"
export * as OrderView from "./orders/OrderView.js"
export * as AlarmRule from "./orders/AlarmRule.js"
// inside ./orders/AlarmFacts.js
// inside ./orders/WorkAlarms.js
// inside ./orders/RatingAlarms.js
// inside ./orders/DateAlarms.js
export * as OrderAlarm from "./orders/OrderAlarm.js"
export * as OrderStanding from "./orders/OrderStanding.js"
// inside ./orders/OpenMoves.js
export * as ForeignStates from "./orders/ForeignStates.js"
export * as ForeignReport from "./orders/ForeignReport.js"
export * as ForeignCounters from "./orders/ForeignCounters.js"
export * as OrdersTexts from "./orders/OrdersTexts.js"

// ---------------------------------------------------------------- presets
// inside ./presets/OrderParts.js
export * as FiveOrders from "./presets/FiveOrders.js"
export * as LinglingOrders from "./presets/LinglingOrders.js"
export * as GaopingOrders from "./presets/GaopingOrders.js"
export * as LinyouOrders from "./presets/LinyouOrders.js"
export * as ZiyunOrders from "./presets/ZiyunOrders.js"
export * as OrderLimits from "./presets/OrderLimits.js"
// inside ./presets/ForeignRows.js
export * as FixMyStreetStates from "./presets/FixMyStreetStates.js"
export * as Open311States from "./presets/Open311States.js"
export * as DigitStates from "./presets/DigitStates.js"
export * as HotlineCounters from "./presets/HotlineCounters.js"
export * as OrderAlarms from "./presets/OrderAlarms.js"
// inside ./presets/WendengVillageLines.js
export * as WendengVillage from "./presets/WendengVillage.js"
export * as WendengDistrict from "./presets/WendengDistrict.js"
export * as HuaningStars from "./presets/HuaningStars.js"
export * as HongtongPoints from "./presets/HongtongPoints.js"
export * as XiqingStars from "./presets/XiqingStars.js"
export * as CityNotice2023 from "./presets/CityNotice2023.js"
export * as ZouchengStars from "./presets/ZouchengStars.js"
export * as DaluStars from "./presets/DaluStars.js"
export * as XisongjiAssessment from "./presets/XisongjiAssessment.js"
export * as WenzhouMerit from "./presets/WenzhouMerit.js"
export * as LianyungangHotline from "./presets/LianyungangHotline.js"
export * as PrimaryKinds from "./presets/PrimaryKinds.js"
export * as PostRules from "./presets/PostRules.js"
export * as PrimaryTerms from "./presets/PrimaryTerms.js"
export * as PrimaryThresholds from "./presets/PrimaryThresholds.js"
export * as CoverageRules from "./presets/CoverageRules.js"
export * as CensusLayout from "./presets/CensusLayout.js"
export * as GridRules from "./presets/GridRules.js"
export * as DuesRules from "./presets/DuesRules.js"
export * as PrimaryVotes from "./presets/PrimaryVotes.js"
export * as ChangeRules from "./presets/ChangeRules.js"
export * as MemberRules from "./presets/MemberRules.js"

// ---------------------------------------------------------------- interop
// inside ./interop/SheetBytes.js
// inside ./interop/SheetOrder.js
export * as Sheet from "./interop/Sheet.js"
// inside ./interop/RegisterItem.js
// inside ./interop/RegisterCheck.js
// inside ./interop/RegisterRepeat.js
export * as PointRegister from "./interop/PointRegister.js"
// inside ./interop/OrganisationSheets.js
// inside ./interop/BookRows.js
// inside ./interop/PostBooks.js
// inside ./interop/GridBooks.js
export * as OrganisationBooks from "./interop/OrganisationBooks.js"
// inside ./interop/OrderSheets.js
// inside ./interop/OrderRows.js
export * as OrderBooks from "./interop/OrderBooks.js"
export * as InteropTexts from "./interop/InteropTexts.js"
// inside ./interop/SpanWords.js
export * as Sentence from "./interop/Sentence.js"
