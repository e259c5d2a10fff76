/**
 * The modules of `dangjian/process`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Actor}: Actors (行为人): who does something, told by the post that lets them do it (职务), and not by name.
 * - {@link Journal}: Journals (流水账): what was recorded about a matter, by whom, for which day and when; nothing is ever changed in one.
 * - {@link Chain}: Hash chains (哈希链): what an office wrote, line after line, so that nothing can be changed, left out or slipped in without its being found, while a payload can still be deleted where the law demands it.
 * - {@link Decider}: Deciders (决定规则): what may happen to a matter and what becomes of it, as three pure parts.
 * - {@link OfficeHours}: Office hours (作息时间): when an office is open on a working day, given as data, so that hours of work can be counted (工作小时).
 * - {@link Limit}: Limits (时限): how long something may take, in which unit, from which event on, and what stops the clock.
 * - {@link Escalation}: Escalation (逐级督办、升级上报): who hears of a matter, and when, as its limit runs down and out.
 * - {@link Separation}: Separation of duties (职责分离、不相容职务分离): which duties one person may not have in one matter, or hold at once at all.
 * - {@link Guard}: Guards (前提条件): what must have happened before a move may be taken, as a small closed tree of data.
 * - {@link Workflow}: Workflows (流程): how a matter goes through its stages, who may take it on, and how it can end, as data.
 * - {@link WorkflowLint}: The workflow lint (流程检查): what a workflow that is sound as a document does that no workflow should, each with the moves that lead there where there are such.
 * - {@link Proceeding}: Proceedings (办理过程): a matter on its way through a workflow, as a decider over the workflow's data.
 * - {@link StateDiagram}: State diagrams (状态图): a workflow as a Mermaid text, each way through it once.
 * - {@link ApprovalProcedure}: Procedures of approval (审批流程): which bodies deliberate (审议), approve (批准) or file (备案), in which order, and within which limits.
 * - {@link Approval}: Approval (审批): a request that is deliberated (审议), approved (批准) or put on file (备案) by the bodies that a text names, in its order and within its limits.
 * - {@link Posting}: Posting (公示): what is decided is put up for so many days where everybody can read it and object, before it takes effect.
 * - {@link ProcessTexts}: The sentences of every fault and finding that the process area raises, in Chinese and English.
 *
 * @module process
 * @since 0.1.0
 */

/**
 * Actors (行为人): who does something, told by the post that lets them do it (职务), and not by name.
 *
 * @since 0.1.0
 */
export * as Actor from "./Actor.js"

/**
 * Journals (流水账): what was recorded about a matter, by whom, for which day and when; nothing is ever changed in one.
 *
 * A journal is a set of entries. Its order is that of their effective days, then of the instants of recording, then of
 * the ids, so that neither the order of writing nor that of merging matters.
 *
 * @since 0.1.0
 */
export * as Journal from "./Journal.js"

/**
 * Hash chains (哈希链): what an office wrote, line after line, so that nothing can be changed, left out or slipped in
 * without its being found, while a payload can still be deleted where the law demands it.
 *
 * Every office, device or register that writes is an origin (来源) with a chain of its own, so that several can write
 * without a connection and be put together later. A line holds what must stay: when, by which post, and digests. The
 * person and the payload stand apart, behind a salt; what is deleted is that part, and the deletion is a line itself.
 *
 * @since 0.1.0
 */
export * as Chain from "./Chain.js"

/**
 * Deciders (决定规则): what may happen to a matter and what becomes of it, as three pure parts.
 *
 * @since 0.1.0
 */
export * as Decider from "./Decider.js"

/**
 * Office hours (作息时间): when an office is open on a working day, given as data, so that hours of work can be counted
 * (工作小时). Which days are working days is for the work calendar to say.
 *
 * A make-up working day (调休上班) has the hours of its own weekday where the timetable sets any, and the daily ones
 * otherwise. A timetable holds from a day on, since many offices close later in summer (夏令时间作息). Asked about a day that the
 * calendar or the timetables do not know, the module refuses.
 *
 * @since 0.1.0
 */
export * as OfficeHours from "./OfficeHours.js"

/**
 * Limits (时限): how long something may take, in which unit, from which event on, and what stops the clock. Deadline, time
 * left and light are computed whenever they are asked for, and never stored.
 *
 * **Details**
 *
 * A limit in days runs to the end of its last day. A day counts as it ends: where a hold (挂起、挂账) is on at the end of a
 * day, that day does not count; the day on which a hold ends does. So a hold from one day to another puts the last day
 * off by exactly the days between them, a hold that ends on the day it began puts off nothing, and a hold that begins on
 * the last day still saves the limit. Hours count to the millisecond.
 *
 * Source of the common rules of counting: 《中华人民共和国民法典》第二百条至第二百零四条. Every text may set others, so each of them
 * is a field.
 *
 * @since 0.1.0
 */
export * as Limit from "./Limit.js"

/**
 * Escalation (逐级督办、升级上报): who hears of a matter, and when, as its limit runs down and out. A ladder is data: each rung
 * names the share of the limit, or the time after its end, at which it is reached, and the post or body that it goes to.
 *
 * @since 0.1.0
 */
export * as Escalation from "./Escalation.js"

/**
 * Separation of duties (职责分离、不相容职务分离): which duties one person may not have in one matter, or hold at once at all. Each
 * rule is a dated, cited value with a strength.
 *
 * Whether two acts are of one hand is told by the persons where both are named. Where neither is, the same post counts as
 * one hand unless both name a body and not the same. Where one is named and the other not, nobody can tell: that is found
 * too, under a code of its own, until the other is named. So nobody escapes by leaving out a name or a body.
 *
 * @since 0.1.0
 */
export * as Separation from "./Separation.js"

/**
 * Guards (前提条件): what must have happened before a move may be taken, as a small closed tree of data.
 *
 * A guard speaks of how often moves were taken, of what fields hold, and of facts that whoever asks knows and names (公示期满,
 * 到会人数符合规定). It never reads a clock: that time is up is a fact that is told.
 *
 * @since 0.1.0
 */
export * as Guard from "./Guard.js"

/**
 * Workflows (流程): how a matter goes through its stages, who may take it on, and how it can end, as data.
 *
 * A locality differs from another in its workflow and in nothing else: names and order of the stages, who acts, what must
 * be given, what must have happened before, how many returns are borne, which limits run. The same decider serves all.
 *
 * @since 0.1.0
 */
export * as Workflow from "./Workflow.js"

/**
 * The workflow lint (流程检查): what a workflow that is sound as a document does that no workflow should, each with the moves
 * that lead there where there are such.
 *
 * **Details**
 *
 * What can be reached is searched and not guessed: counts as far as guards ask for them, choices that guards tell apart,
 * holds with the stage they came from. A workflow without a finding of severity error has a way to an end from wherever a
 * matter can get to, as long as roles are held by enough people and told facts can come true.
 *
 * @since 0.1.0
 */
export * as WorkflowLint from "./WorkflowLint.js"

/**
 * Proceedings (办理过程): a matter on its way through a workflow, as a decider over the workflow's data.
 *
 * **Details**
 *
 * A state holds its steps, the newest first, as a chain that grows by one link an event: nothing is copied, and an older
 * state stays what it was. What guards count and note is kept beside it, so that no decision searches the past.
 *
 * Events are harmless in any order. One that lies before the last step (by effective day, then instant, then id), that
 * comes twice, or that does not lead from the stage the matter is in, is put aside: it is kept and changes nothing else. A
 * command that lies before the last step is refused, so that a journal says the same in its own order.
 *
 * @since 0.1.0
 */
export * as Proceeding from "./Proceeding.js"

/**
 * State diagrams (状态图): a workflow as a Mermaid text, each way through it once.
 *
 * @since 0.1.0
 */
export * as StateDiagram from "./StateDiagram.js"

/**
 * Procedures of approval (审批流程): which bodies deliberate (审议), approve (批准) or file (备案), in which order, and within which
 * limits. The life of a request under one is `Approval`.
 *
 * @since 0.1.0
 */
export * as ApprovalProcedure from "./ApprovalProcedure.js"

/**
 * Approval (审批): a request that is deliberated (审议), approved (批准) or put on file (备案) by the bodies that a text names, in
 * its order and within its limits. What has been approved covers the deviation it was asked for, from a day to a day.
 *
 * **Details**
 *
 * Whoever asked does not decide, nor say that a condition was met. Who is named where the other is not has to be told from
 * them, and cannot: that is refused under a code of its own, until both are named. A request that was sent back (退回) and is handed in again is decided anew from the first
 * step: no approval stands for a request that the approver has not seen. A filing that nothing waits for does not hold
 * up the approval; it may come after it.
 *
 * @since 0.1.0
 */
export * as Approval from "./Approval.js"

/**
 * Posting (公示): what is decided is put up for so many days where everybody can read it and object, before it takes effect.
 *
 * It has passed when the last day is over, nothing that was objected is still open, and no objection was upheld. What was
 * changed after an objection is posted again, for the whole time. Whoever proposed it does not examine the objections; who
 * is named where the other is not has to be told from them, and cannot, so that it is refused until both are named.
 * An objector is protected: no view for the public or the village shows who objected, or in what words.
 *
 * @since 0.1.0
 */
export * as Posting from "./Posting.js"

/**
 * The sentences of every fault and finding that the process area raises, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as ProcessTexts from "./ProcessTexts.js"
