/**
 * The modules of `dangjian/orders`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link OrderTerm}: The words of service orders (工单用语): what can be done with one, how one and its dispatches can end, and the fields that every locality fills alike.
 * - {@link OrderKind}: Kinds of orders (单类) as an open set of data: what people ask for, in which unit its cases are counted, and at which level it is served.
 * - {@link OrderScheme}: Schemes of service orders (工单办法): how a locality runs its orders, as data.
 * - {@link ServiceOrder}: Service orders (工单、五单): one request with all its dispatches, from the request to its one end, as a decider over a scheme.
 * - {@link OrderClock}: The clocks of orders (工单时限): how every limit of an order and of each of its dispatches stands, when the order is due, how old it is in all, and whom an overdue one goes up to.
 * - {@link OrderWorld}: What is known of bodies, posts and persons at a day and an instant (岗位与组织状况), as far as it decides who may act in an order: which bodies stand and what they lie below, who holds which post, and who is a member where.
 * - {@link OrderRoles}: Who may act in orders (谁可以办): for each role of a scheme by which post and at which place somebody holds it, as data; and what is held against it is what was known of posts, bodies and members on the day and at the instant of the act.
 * - {@link OrderLog}: Logs of orders (工单流水): what was done with many orders, in one log, decided anew.
 * - {@link Duplicates}: Duplicates (并单): which orders are merged into which, what becomes of them when the root ends, and which others look alike.
 * - {@link OrderRow}: One row of the ledger of orders (工单台账一行): an order as it stood at a moment, as flat plain data, with its dispatches as rows of their own.
 * - {@link OrderCounts}: Counts of orders (工单计数) and the rates made of them (响应率、办结率、解决率、满意率), under a definition (统计口径) that is data.
 * - {@link OrderStatistics}: Statistics of orders (工单统计): the counts of a period at a moment, cell by cell of a grouping, from rows and so from events; and the figures of parts of a place, which add up to those of the whole without anybody handing over a single order.
 * - {@link OrderRelease}: Releases (公开审核): what of the free text of an order a person has released for publication, and to whom.
 * - {@link OrderView}: What may be shown of an order (工单公开视图): to everybody, to the people of the village, to those whose duty it is, and to whoever asked.
 * - {@link AlarmRule}: Rules of alarms (异常预警规则): what in the year's orders looks as if somebody dressed up the figures, from what number on, as data.
 * - {@link OrderAlarm}: Alarms over orders (异常预警): where the events of a year look as if figures were dressed up, each citing the events that it rests on, so that whoever looks into it finds them.
 * - {@link OrderStanding}: Where an order stands (办理位置) in words that every locality and every foreign system can be told in: how far it has come, or how it ended.
 * - {@link ForeignStates}: The states of foreign systems (外部状态对照) as a table: what each stands for with us, what each of our standings is told as there, and what every status that comes in does in every state.
 * - {@link ForeignReport}: A report in a foreign system (外部报告) followed by its updates: they come late, twice and in any order, and what becomes of the report is the same.
 * - {@link ForeignCounters}: Foreign counters (外部统计口径对照): what the counters of other platforms count, and which of ours counts the same, as data.
 * - {@link OrdersTexts}: The sentences of every fault and finding that service orders raise, in Chinese and English.
 *
 * @module orders
 * @since 0.1.0
 */

/**
 * The words of service orders (工单用语): what can be done with one, how one and its dispatches can end, and the fields
 * that every locality fills alike. Stages and their names differ from place to place; these do not, so that what places
 * count can be compared and what is protected is protected everywhere.
 *
 * @since 0.1.0
 */
export * as OrderTerm from "./OrderTerm.js"

/**
 * Kinds of orders (单类) as an open set of data: what people ask for, in which unit its cases are counted, and at which
 * level it is served. Errands on behalf (代办), convenience service of three levels (三级便民服务), mediation of disputes
 * (矛盾调解, in 起) and opinions (意见建议, in 条) are kinds beside the plain request (件).
 *
 * @since 0.1.0
 */
export * as OrderKind from "./OrderKind.js"

/**
 * Schemes of service orders (工单办法): how a locality runs its orders, as data. Two workflows make a scheme: the way of
 * the order from the request to the rating, and the way of each dispatch under it, from the dispatch to the acceptance
 * of its result.
 *
 * **Details**
 *
 * One request may be dispatched several times, and each dispatch goes its own way; so they are matters of their own (件
 * and 件次). They meet in the moves that stand in both workflows: such a move is taken in both at once or in neither. A
 * dispatch is opened by one, and what the order counts or waits for, such as returns, is one too.
 *
 * Names and order of stages, who acts, limits, numbers of returns and attempts are the locality's. What no locality can
 * set aside is held by {@link check} here, and while an order runs by `ServiceOrder`.
 *
 * @since 0.1.0
 */
export * as OrderScheme from "./OrderScheme.js"

/**
 * Service orders (工单、五单): one request with all its dispatches, from the request to its one end, as a decider over a
 * scheme.
 *
 * **Details**
 *
 * An order is made of its own way and of the way of each dispatch; a move that stands in both is taken in both or in
 * neither. Events are harmless in any order: what comes twice, late, or does not lead from where the order stands is
 * put aside, kept, and changes nothing else.
 *
 * What is late is told like this. A step of the order as a whole comes after all that was told of it and of its
 * dispatches; what is told afterwards comes after it. Between two such steps the dispatches go side by side: a service
 * under one may be told after the report of another, though it was rendered before, as long as it comes after the last
 * step of its own dispatch. So a journal says the same in its own order as in that in which it was written.
 *
 * What no locality can set aside is held here: whoever did the work cannot rate it, accept it, close it or judge it in
 * any other way; nothing is published, rated or closed as done before a result of the present attempt was accepted; no
 * order ends as satisfied whose last rating does not say so, no answer being none; an order that was merged ends with
 * its root and no other order does; a dispatch rests while its order does not go on.
 *
 * @since 0.1.0
 */
export * as ServiceOrder from "./ServiceOrder.js"

/**
 * The clocks of orders (工单时限): how every limit of an order and of each of its dispatches stands, when the order is
 * due, how old it is in all, and whom an overdue one goes up to. Nothing of it is stored: it is read from what
 * happened, at any moment.
 *
 * **Details**
 *
 * Whether a limit starts with the dispatch or with its taking on is said by the limit, for a unit that returns what
 * it never took on would otherwise hold up everything unseen. Each dispatch has clocks of its own, from its own
 * beginning; those of the order run on through returns, further dispatches and rework, as long as no event that the
 * limit names stops them.
 *
 * A limit of the order that names an acceptance (验收) ends when the work is done, and not with the first of several
 * results: at the step after which no dispatch is open and a result of the present attempt is accepted. That may be the
 * last acceptance, or after one the return, disowning or re-assignment of what else was open. So the time that a
 * resident takes to rate, or a department to survey, is counted against nobody who works. Where a further dispatch is
 * opened in the same attempt the order is open again, and the same run goes on as if it had not ended; only rework
 * begins a further one, where it comes again to what starts the limit.
 *
 * While an order is not in hand (挂账) its dispatches rest, and their clocks with them. The hold of a dispatch stops no
 * clock of the order; under a text by which it does, the order is held by the same move. The end of an order stops all
 * clocks, those of dispatches left open included.
 *
 * @since 0.1.0
 */
export * as OrderClock from "./OrderClock.js"

/**
 * What is known of bodies, posts and persons at a day and an instant (岗位与组织状况), as far as it decides who may act in
 * an order: which bodies stand and what they lie below, who holds which post, and who is a member where.
 *
 * A place that keeps its own registers answers these questions itself; {@link of} answers them from the books of the
 * organisation area.
 *
 * @since 0.1.0
 */
export * as OrderWorld from "./OrderWorld.js"

/**
 * Who may act in orders (谁可以办): for each role of a scheme by which post and at which place somebody holds it, as
 * data; and what is held against it is what was known of posts, bodies and members on the day and at the instant of
 * the act.
 *
 * **Details**
 *
 * A scheme says that the grid claims, the branch dispatches and a member does it; who these are differs with the
 * order: the worker of its grid, the secretary of its branch, a member on the roll. Whoever acts gives the post or
 * capacity in which they do, and it must be theirs on that day: a post that ended yesterday is held no more, and one
 * whose end was recorded only tomorrow still is today.
 *
 * An order outlives its branch. Where the branch was merged or divided, whatever it became acts for it from that day on;
 * where nothing came after it, the body above it does.
 *
 * @since 0.1.0
 */
export * as OrderRoles from "./OrderRoles.js"

/**
 * Logs of orders (工单流水): what was done with many orders, in one log, decided anew. Each order is decided by itself;
 * what is accepted, what is refused, and why, is told of every line.
 *
 * **Details**
 *
 * Villages write apart and their logs are merged later; lines arrive late, twice, in any order, and some are broken.
 * The answer depends on the set of lines alone. A line that is refused takes nothing with it but what cannot stand
 * without it, and that is told with reasons of its own.
 *
 * @since 0.1.0
 */
export * as OrderLog from "./OrderLog.js"

/**
 * Duplicates (并单): which orders are merged into which, what becomes of them when the root ends, and which others look alike.
 *
 * **Details**
 *
 * Seven people report one dark lamp: six of the orders are merged into the first, the root (主单), directly or through one
 * another. What is done is done once and under the root, so that its outcome is theirs too. How they take it is each
 * one's own: nobody's rating stands for another's, and the root's rating for none of those merged into it.
 *
 * An order ends with an answer to the matter (done, however it was rated; not feasible; not ours), or with one to whoever asked
 * (withdrawn, refused, excluded). The former goes for everybody who asked the same. The latter does not: who was merged into such a root is
 * separated again and goes on.
 *
 * @since 0.1.0
 */
export * as Duplicates from "./Duplicates.js"

/**
 * One row of the ledger of orders (工单台账一行): an order as it stood at a moment, as flat plain data, with its dispatches
 * as rows of their own. Statistics are counted from rows, and a row is read from events.
 *
 * **Details**
 *
 * A row holds days, counts, ids of bodies and choices, and who was in charge. It holds no words, no address, no
 * contact, and not who asked or for whom. Its category can be protected in a scheme all the same: a row is for the
 * office, and what is published is made from it by other means.
 *
 * @since 0.1.0
 */
export * as OrderRow from "./OrderRow.js"

/**
 * Counts of orders (工单计数) and the rates made of them (响应率、办结率、解决率、满意率), under a definition (统计口径) that is data.
 *
 * **Details**
 *
 * Three kinds of figures stand side by side and are never mixed. *Flow* counts orders by the day they came and the day
 * they ended: received and carried in are ended and carried out. *Cohorts* are sets of orders or dispatches of which a
 * part meets something: every rate is a share of its cohort, and never above one. *Events* count how often something
 * was done in the period, whichever order it was done with.
 *
 * On an empty cohort there is no rate, never 0 % and never 100 %. Whether somebody is satisfied and whether the matter
 * is solved are two questions; no answer is never a good one.
 *
 * @since 0.1.0
 */
export * as OrderCounts from "./OrderCounts.js"

/**
 * Statistics of orders (工单统计): the counts of a period at a moment, cell by cell of a grouping, from rows and so from
 * events; and the figures of parts of a place, which add up to those of the whole without anybody handing over a single
 * order.
 *
 * **Details**
 *
 * A cell has one unit of counting: 件, 起 and 条 never add up, and a grouping over orders of several kinds has a cell for
 * each unit. Every cell holds both figures, of all orders and of those left after the exclusions. What a cell without
 * orders due comes to is not 0 % and not 100 %: it is listed apart.
 *
 * Figures up to the end of a period can be read at any later moment, for what ended, was merged or answered since does not
 * count; but a deadline that was extended or held off since, and work that was opened again, stand as they are known at
 * the moment. To have a month as it was known at its end, read the rows then (`Decider.asOf`).
 *
 * Orders are put into a cell by themselves, dispatches and what was done in them by theirs: by person and by unit in
 * charge an order goes with its last dispatch. So the cells of every grouping add up to the whole.
 *
 * @since 0.1.0
 */
export * as OrderStatistics from "./OrderStatistics.js"

/**
 * Releases (公开审核): what of the free text of an order a person has released for publication, and to whom.
 *
 * **Details**
 *
 * What people write into an order tells who is poor, ill or alone, and no program can tell. So no text of an order is ever
 * shown by itself: what is shown is what somebody wrote for it, who has read the order and answers for it by name.
 * It may be released at any time, after the end of the order too. The last release to an audience replaces the one before it from its
 * day on; a withdrawal takes back what was released to that audience, and no earlier text comes up again.
 *
 * Who may release is said by a role of the locality, which is held or not on the day and as far as was recorded at the instant, as with
 * every move of an order. Neither whoever did the work releases nor whoever asked: a text about one's own work, or about
 * one's own house, is read by a second person before everybody reads it. Whether who asked without a name is the releaser
 * nobody can tell, and an unnamed request would be shown by nobody if that were held against it. Taking back is open to all, the doer
 * included, since it harms nobody; but by name. What was taken back comes up again by a new release alone: a correction of a withdrawal takes back the same, and no later.
 *
 * A text is written for release. One that says word for word what a field holds that is not open is refused, however it is spaced and
 * pointed, and so is one with as many digits in a row as a telephone or identity number has, since no reader needs either. A
 * day is written in words then (3月1日), and numbers of several things not one after another.
 *
 * A result belongs to an attempt. It is released after one was accepted in that attempt, and once the order is opened anew it is
 * no answer any more; of an order that is merged the result is its root's.
 *
 * What is refused counts as nothing. A release that a refused one would have replaced stays replaced: it was found
 * wanting. A withdrawal that a refused one would have replaced still takes back.
 *
 * @since 0.1.0
 */
export * as OrderRelease from "./OrderRelease.js"

/**
 * What may be shown of an order (工单公开视图): to everybody, to the people of the village, to those whose duty it is, and to
 * whoever asked.
 *
 * **Details**
 *
 * A view is a list of what is shown; everything else is not. Who asked, how they are reached, where they live, what was
 * written about the request, the result, an opinion, a complaint or a reason, the evidence, and the root's id stand in no view, whoever
 * looks: those whose duty it is read the order. The requester sees their own words. Of free text the others see what a person
 * released, as that person wrote it.
 *
 * Two orders that differ only in what is not open, and in who acted, have the same view for the public and for the village, letter by letter.
 * A field that the scheme declares more sensitive than it has to be is withheld accordingly: a personal or protected one shows
 * to the requester and to staff, an internal one to staff. The locality's own fields show to nobody, its own moves to staff.
 *
 * So a locality says by the `sensitivity` of a field what is withheld there. Where it offers a kind that tells about whoever asked, as an errand
 * on behalf (代办) tells of somebody who cannot go, it declares `kind` protected. The rating of a single order, and whether the matter is
 * solved, show to everybody where `rating` and `solved` are declared open, as they are unless a locality says otherwise;
 * declared personal they show to the requester and to staff. Where a limit is extended by a field that is withheld, all of how the order stands
 * with it is withheld too, since the deadline and the light tell by how much.
 *
 * Some things are decided here. A grid may be ten households, so that the public does not see it, and a body that is a grid
 * is not named to the public as the one that refused. Who did the work shows to staff and to the requester, at whose door they were. The village sees
 * the branch and the unit: a member publishes a deed (党员晒单) by the text that is released, and there the name stands if it is to. How
 * often somebody complained shows to staff and the requester, since it says of the requester what they said in confidence; when a household
 * was visited likewise, and the public sees the sum. How a request came in (on behalf, unnamed, on patrol) says something about whoever asked and shows as a request.
 * Who said that a matter is not theirs, and whose it is instead, is named to everybody: without that an answer reads as a brush-off.
 * Where whoever did it named no body, that is the unit of the dispatch, or else the branch of the order by then.
 *
 * With which order one is merged is internal, and how that one ended shows to staff and to the requester, whose matter it
 * is: an outcome that two rows share, on one day, tells which houses asked the same. A result, and the days on which one was reported
 * and published, are those of the present attempt; of earlier ones the timeline tells.
 *
 * **Gotchas**
 *
 * How an order ended tells how it was rated, so that protecting the field alone does not hide it. Single orders are shown, not counts of them: in a table of
 * categories by villages a cell of one or two can tell a household though no row does, and nothing here finds that. An order on
 * which only one household can have asked (the one house at the end of the road) is told by its category and day; whether it is
 * shown at all is for a person to say.
 *
 * @since 0.1.0
 */
export * as OrderView from "./OrderView.js"

/**
 * Rules of alarms (异常预警规则): what in the year's orders looks as if somebody dressed up the figures, from what number on, as
 * data. An alarm says where to look, and never that somebody did wrong.
 *
 * **Details**
 *
 * No public text gives thresholds for these; a place sets its own, tries them on years that it knows, and says in `note`
 * where they come from. Every threshold is a whole number or an exact share.
 *
 * @since 0.1.0
 */
export * as AlarmRule from "./AlarmRule.js"

/**
 * Alarms over orders (异常预警): where the events of a year look as if figures were dressed up, each citing the events that it
 * rests on, so that whoever looks into it finds them.
 *
 * **Details**
 *
 * Every rule is one pass over the orders. What an alarm tells never holds a contact, an address or the words of anybody; it does name
 * bodies and, by their opaque ids, people, and is for those who look into it. The order of the input changes nothing.
 *
 * @since 0.1.0
 */
export * as OrderAlarm from "./OrderAlarm.js"

/**
 * Where an order stands (办理位置) in words that every locality and every foreign system can be told in: how far it has come,
 * or how it ended.
 *
 * It is read off what was done and not off the names of stages, so that orders of any scheme compare. An order of several
 * dispatches is in hand while they differ; it is only as far as they all are.
 *
 * @since 0.1.0
 */
export * as OrderStanding from "./OrderStanding.js"

/**
 * The states of foreign systems (外部状态对照) as a table: what each stands for with us, what each of our standings is told as
 * there, and what every status that comes in does in every state.
 *
 * **Details**
 *
 * Nothing is guessed: a status nobody knows leaves the state as it is and is recorded all the same. What a state does not say
 * is named as a loss. A matter that was closed or fixed and is open again was reopened, and every history shows it. A hidden
 * state is for nobody to see, and no update leads into one or out of one.
 *
 * What comes in from outside never moves an order of ours: it is told which deed it proposes, and whoever may do it decides.
 *
 * @since 0.1.0
 */
export * as ForeignStates from "./ForeignStates.js"

/**
 * A report in a foreign system (外部报告) followed by its updates: they come late, twice and in any order, and what becomes of the report is
 * the same.
 *
 * @since 0.1.0
 */
export * as ForeignReport from "./ForeignReport.js"

/**
 * Foreign counters (外部统计口径对照): what the counters of other platforms count, and which of ours counts the same, as data.
 *
 * Platforms store counters and we count what happened, so that few are equal in every case. A counter is equal to one of ours,
 * near to one with what differs said, or has no equal, which is said as well: a number is never carried over on its name alone.
 *
 * @since 0.1.0
 */
export * as ForeignCounters from "./ForeignCounters.js"

/**
 * The sentences of every fault and finding that service orders raise, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as OrdersTexts from "./OrdersTexts.js"
