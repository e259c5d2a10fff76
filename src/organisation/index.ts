/**
 * The modules of `dangjian/organisation`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Provision}: Provisions (条款): one rule of a text as a dated, cited value, with the strength it speaks with and who may approve a deviation.
 * - {@link OrganisationKind}: Kinds of Party organisation (党组织类型): which kind may stand under which, and what bodies of a kind may do.
 * - {@link Organisation}: Party organisations (党组织) as they stand on a day.
 * - {@link AdministrativeUnit}: Administrative units (单位): villages, communities, enterprises, organs, schools: what Party organisations are set up in.
 * - {@link HeadCount}: Head-counts (人数): full members and all members are two counts that rules never mix, so they are two types.
 * - {@link Forest}: Forests (树状结构): things of which each stands under one other at most, laid out so that a whole subtree is one run of places.
 * - {@link PartyTree}: The tree of Party supervision (党组织隶属树): which organisation stands under which on a day.
 * - {@link UnitTree}: The tree of administrative units (单位隶属树): which unit lies in which on a day.
 * - {@link OrganisationCode}: Official codes (党组织编码、行政区划代码): an attribute that is checked and never relied on, since ids are opaque and real trees break their schemes.
 * - {@link OrganisationChange}: Changes of Party organisations (党组织设置变更): what may be asked for, what then happens, and for which reason a body ends.
 * - {@link OrganisationBodies}: Bodies (党组织台账): what has become of every id that was ever given to a Party organisation, after the events of a journal.
 * - {@link OrganisationLife}: The life of Party organisations (党组织的设立、变更与撤销): which change is lawful, and what it comes to.
 * - {@link Lineage}: Lineage (沿革): what passed from which body to which, both ways, so that points, orders, files and debts find whoever answers for them now.
 * - {@link OrganisationRegister}: The register of Party organisations (党组织名册): which stood on a day, as known on a day, and what became of each.
 * - {@link ChangeProcedure}: The procedure of changes (设置程序): applied for, decided, elected, filed; what a rule says of a change that went otherwise.
 * - {@link IdentityNumber}: Identity numbers (公民身份号码): checked by their own check digit, read for sex and day of birth, and never shown.
 * - {@link Person}: Persons (人员): members, applicants, worthies (乡贤) and residents, told apart by an opaque id and never by their names.
 * - {@link Member}: Members (党员) as the roll of a day shows them: three questions that are never one, how far membership has come, which rights rest, and where the member is.
 * - {@link MemberRule}: Rules of membership (党员管理规定): every age, period, number and competence that the life of a member goes by, each a dated and cited row.
 * - {@link MemberRecord}: Records of members (党员信息): what can be asked about a person on the way into the Party, in it and out of it, what happens then, and how the person stands after it.
 * - {@link MemberLife}: The life of a member (党员发展与管理): from the application to full membership, what can befall a member, and every way out, each apart, decided for one person by dated rules.
 * - {@link DevelopmentFile}: Development files (发展党员档案): the steps by which somebody came into the Party, each with its day, its documents and the people in it; what is missing, what comes next, and by when.
 * - {@link DevelopmentPlan}: Development plans (发展党员计划): how many members a committee means to admit in a year, branch by branch, how many it did admit, and how many of those belong to groups that it prefers.
 * - {@link Transfer}: Transfers (组织关系转接): how a member goes from one branch to another, with two sides, a letter, its term and its receipt.
 * - {@link Roll}: The roll of members (党员名册): who is a member where, on every day, as known at any instant, and how many there are in each branch and below each organisation.
 * - {@link Successions}: Successions of branches (组织关系随转): what the changes of organisations mean for the members' roll, and who is in a body when a change is decided.
 * - {@link Post}: Posts (职务) apart from persons, and the appointments (任职) that join them for a time: a post may be vacant, held by one who acts, or held beside another.
 * - {@link PostRoll}: Post rolls (职务名册): who holds which post on a day, which posts are vacant and since when, who acts, and who holds several.
 * - {@link Threshold}: Thresholds (设置条件): which kinds of organisation a unit may, should or must have by its head-counts.
 * - {@link Leadership}: Leadership (班子设置): whether a body has a committee, how many sit on it, which posts it must fill, and which meetings follow from that.
 * - {@link Establishment}: Establishment (组织设置) on a day: which units must have an organisation and have none (应建尽建), which organisations no longer qualify (应调整), are over their size, or have a leadership the texts do not provide for.
 * - {@link PostRule}: Rules of posts (任职规定): which posts exclude each other, how long a dispatch lasts at least, where a post may be, how many a body has, and who may hold it.
 * - {@link Team}: Teams (工作组、服务队) made of named roles: four-person groups (四人工作组), one cadre, one member and several worthies (1+1+N).
 * - {@link DualRole}: One person shouldering both posts (一肩挑): whether the secretary of a village organisation is also its director.
 * - {@link Tenure}: Terms of office (任期、届期): how long elected bodies serve, when the superior reminds them, and which election is early or late.
 * - {@link VoteRule}: Rules of voting (表决规则): how many must be present, how many ayes carry, and of which number each is a share.
 * - {@link Franchise}: Who has a vote (表决权、选举权), and who is counted as due (应到会): members of the stages and without the restrictions that a rule names, less those whom the superior and the meeting agreed to leave out.
 * - {@link ElectionRule}: Rules of elections (选举规则): who elects to which office, by which rule of voting, with how many candidates, whether the result is approved (批准) or filed (备案), and what a by-election or a delegates' congress takes.
 * - {@link Tally}: Tallies (计票): the papers of one ballot as they were marked, what they come to for each name, and who is elected by it.
 * - {@link Election}: Elections (选举): one election of one body, from the call to the result that the superior approves or takes on file, or to its being void.
 * - {@link ElectionDecider}: What an election allows (选举程序): the decider of one election under the rules of its office, from the call to the confirmation.
 * - {@link Dues}: Membership dues (党费): what a member owes for a month.
 * - {@link DuesLedger}: The ledger of dues (党费台账): what was assessed, reduced, paid and remitted, in whole fen.
 * - {@link DuesStatement}: The statement of dues (党费收缴情况): what a ledger comes to on a day: owed, collected, in arrears, and due upward, for each member, each branch and all, in whole fen.
 * - {@link PartyCoverage}: Coverage (党的组织覆盖和工作覆盖): how far units and grids are reached, with the denominator of every rate stated.
 * - {@link Grid}: Service grids (党建网格): cells of any number of levels (村→组→户→人), which point at the organisations that serve them and are none themselves, and who looks after what in them: fields of responsibility (责任田), hub households (党员中心户), links to households and buildings (联户、联楼栋), stationed and liaison cadres (蹲点、联村包抓、挂钩).
 * - {@link GridRule}: Rules about grids (网格设置规则) and what they find: households without a link (应联未联), members with too many or too few, cells without a chief, cells too large or too small, cells that overlap, units that no cell covers.
 * - {@link GridCoverage}: Coverage of grids (网格覆盖): how many cells have a Party organisation on them (支部建在网格上), and how many households a member is linked to (党员联户，应联尽联), each as a set and out of a stated set.
 * - {@link Census}: The census (党内统计年报): whatever is counted, divided by what is asked about it, so that every division adds up to what was counted and nothing unknown disappears.
 * - {@link CensusSource}: What the yearly table of the Party (党内统计年报) is filled in from: persons, the roll of the day, who holds which post, organisations and the coverage of units, turned into the things that a census counts.
 * - {@link OrganisationTexts}: The sentences of every fault and finding that the organisation side raises, in Chinese and English.
 *
 * @module organisation
 * @since 0.1.0
 */

/**
 * Provisions (条款): one rule of a text as a dated, cited value, with the strength it speaks with and who may approve a
 * deviation. Every threshold, term and quorum of the organisation side is the value of one.
 *
 * @since 0.1.0
 */
export * as Provision from "./Provision.js"

/**
 * Kinds of Party organisation (党组织类型): which kind may stand under which, and what bodies of a kind may do. All of it is
 * data, since texts and places differ.
 *
 * @since 0.1.0
 */
export * as OrganisationKind from "./OrganisationKind.js"

/**
 * Party organisations (党组织) as they stand on a day.
 *
 * @since 0.1.0
 */
export * as Organisation from "./Organisation.js"

/**
 * Administrative units (单位): villages, communities, enterprises, organs, schools: what Party organisations are set up in.
 *
 * @since 0.1.0
 */
export * as AdministrativeUnit from "./AdministrativeUnit.js"

/**
 * Head-counts (人数): full members and all members are two counts that rules never mix, so they are two types.
 *
 * @since 0.1.0
 */
export * as HeadCount from "./HeadCount.js"

/**
 * Forests (树状结构): things of which each stands under one other at most, laid out so that a whole subtree is one run of
 * places.
 *
 * Supervision, administrative units and service grids are three graphs with things of their own; what they share is the
 * shape, which is here. Nothing is recursive, so that a chain of a hundred thousand is no deeper than a list.
 *
 * @since 0.1.0
 */
export * as Forest from "./Forest.js"

/**
 * The tree of Party supervision (党组织隶属树): which organisation stands under which on a day.
 *
 * It is one of three graphs that are never one. The unit an organisation is set up in stands in another, and the grid it
 * serves in a third; the three may disagree, and where they must not, a finding says so.
 *
 * @since 0.1.0
 */
export * as PartyTree from "./PartyTree.js"

/**
 * The tree of administrative units (单位隶属树): which unit lies in which on a day.
 *
 * @since 0.1.0
 */
export * as UnitTree from "./UnitTree.js"

/**
 * Official codes (党组织编码、行政区划代码): an attribute that is checked and never relied on, since ids are opaque and real trees
 * break their schemes.
 *
 * A scheme is data: how long a code is at each level, of which signs, and how the code above follows from it. What breaks
 * a scheme is a finding as strong as the scheme speaks, as a rule a warning.
 *
 * @since 0.1.0
 */
export * as OrganisationCode from "./OrganisationCode.js"

/**
 * Changes of Party organisations (党组织设置变更): what may be asked for, what then happens, and for which reason a body ends.
 *
 * @since 0.1.0
 */
export * as OrganisationChange from "./OrganisationChange.js"

/**
 * Bodies (党组织台账): what has become of every id that was ever given to a Party organisation, after the events of a journal.
 *
 * Nothing is ever taken out: a body that has ended keeps its last name and place, and an id that turned out to be another
 * name for a body leads to it.
 *
 * @since 0.1.0
 */
export * as OrganisationBodies from "./OrganisationBodies.js"

/**
 * The life of Party organisations (党组织的设立、变更与撤销): which change is lawful, and what it comes to.
 *
 * @since 0.1.0
 */
export * as OrganisationLife from "./OrganisationLife.js"

/**
 * Lineage (沿革): what passed from which body to which, both ways, so that points, orders, files and debts find whoever answers
 * for them now.
 *
 * @since 0.1.0
 */
export * as Lineage from "./Lineage.js"

/**
 * The register of Party organisations (党组织名册): which stood on a day, as known on a day, and what became of each.
 *
 * @since 0.1.0
 */
export * as OrganisationRegister from "./OrganisationRegister.js"

/**
 * The procedure of changes (设置程序): applied for, decided, elected, filed; what a rule says of a change that went otherwise.
 *
 * A change is lawful or not by what it leaves behind, which `OrganisationLife` decides. Whether the papers followed is
 * another question, and its answer may come months later: it is a finding.
 *
 * @since 0.1.0
 */
export * as ChangeProcedure from "./ChangeProcedure.js"

/**
 * Identity numbers (公民身份号码): checked by their own check digit, read for sex and day of birth, and never shown. What is
 * kept of one is a mask and a salted digest.
 *
 * A number that was read lives in memory alone: printed, put into a text or into JSON it is its mask. The mask keeps the
 * first three digits and the last: the last four, as many offices print them, would give the whole number to anybody
 * who knows village, birthday and sex.
 *
 * Source: GB 11643-1999 《公民身份号码》.
 *
 * @since 0.1.0
 */
export * as IdentityNumber from "./IdentityNumber.js"

/**
 * Persons (人员): members, applicants, worthies (乡贤) and residents, told apart by an opaque id and never by their names.
 *
 * Many people share a name; many are known by no more than a year of birth. So names decide nothing here, and an age is a
 * span of years wherever the day of birth is not known.
 *
 * @since 0.1.0
 */
export * as Person from "./Person.js"

/**
 * Members (党员) as the roll of a day shows them: three questions that are never one, how far membership has come, which
 * rights rest, and where the member is.
 *
 * @since 0.1.0
 */
export * as Member from "./Member.js"

/**
 * Rules of membership (党员管理规定): every age, period, number and competence that the life of a member goes by, each a dated
 * and cited row.
 *
 * A row says how strongly its text speaks, and besides what a breach comes to. Where a text makes something a condition,
 * the step is refused (`refused`); where it orders somebody to act in time and the act came late, what happened is
 * recorded and the lateness found (`found`). An approval that the row provides for makes both a covered finding.
 *
 * @since 0.1.0
 */
export * as MemberRule from "./MemberRule.js"

/**
 * Records of members (党员信息): what can be asked about a person on the way into the Party, in it and out of it, what
 * happens then, and how the person stands after it.
 *
 * The journal of one person holds commands with these contents and the events they came to; `MemberLife` decides. What the
 * commands carry besides (the competences of the approving body, the stage of a sponsor) is what was known when they
 * were given, so that a decision can be repeated years later.
 *
 * @since 0.1.0
 */
export * as MemberRecord from "./MemberRecord.js"

/**
 * The life of a member (党员发展与管理): from the application to full membership, what can befall a member, and every way
 * out, each apart, decided for one person by dated rules.
 *
 * **Details**
 *
 * A step is refused where it is impossible (no such step at the stage, nothing to approve, dates that contradict one
 * another) or where a rule makes something a condition: of age, a year of cultivation, two sponsors, a competent
 * committee, the end of probation, an extension within its bounds. A step that was taken too late is accepted, and the
 * lateness stands beside it as a finding, since what happened has to be on record; the rule itself says which of both
 * it asks for. Of the approval of an admission: within the general time nothing is found; beyond it a recorded special
 * reason is needed; beyond the longest time the meeting has to vote again. Membership runs from the day of that meeting,
 * Party standing from full membership.
 *
 * @since 0.1.0
 */
export * as MemberLife from "./MemberLife.js"

/**
 * Development files (发展党员档案): the steps by which somebody came into the Party, each with its day, its documents and the
 * people in it; what is missing, what comes next, and by when.
 *
 * The file proves; `MemberLife` decides. What a file shows of mentors, sponsors, vetting and training is what the steps of
 * a life are asked with.
 *
 * @since 0.1.0
 */
export * as DevelopmentFile from "./DevelopmentFile.js"

/**
 * Development plans (发展党员计划): how many members a committee means to admit in a year, branch by branch, how many it did
 * admit, and how many of those belong to groups that it prefers.
 *
 * A preference (优先发展致富青年带头人、优秀青年农民) is reported as a share of those admitted, with the share's denominator. It is
 * no score: nobody is ranked by it, and no branch gains or loses anything here.
 *
 * @since 0.1.0
 */
export * as DevelopmentPlan from "./DevelopmentPlan.js"

/**
 * Transfers (组织关系转接): how a member goes from one branch to another, with two sides, a letter, its term and its receipt.
 *
 * **Details**
 *
 * From the letter (介绍信) to the receipt (回执) the member is in transit and visible as such; the sending branch stays
 * responsible. Exactly three things end that: the receipt, after which the member belongs to the receiving branch, and
 * refusal, withdrawal or the expiry of the letter, after which the member is where they were. A letter does not expire
 * by itself in the records: past its last day it is found, the sending side records the expiry, and a receipt that comes
 * later still is late or refused, as the rule says. The decider is for one member, so that a second open transfer has no
 * place. To be mobile (流动) is no transfer and stands in the member's life.
 *
 * @since 0.1.0
 */
export * as Transfer from "./Transfer.js"

/**
 * The roll of members (党员名册): who is a member where, on every day, as known at any instant, and how many there are in each
 * branch and below each organisation.
 *
 * **Details**
 *
 * The roll is computed from the journals of lives and transfers and from what became of branches. On every day each
 * member is in exactly one branch or in transit between two. Entries are taken as decided: where journals were merged or
 * corrected, let `Decider.settle` decide them anew first. What does not fit is told with its place and changes nobody's
 * affiliation: whoever is received by a branch that is no more stays in transit. Only a membership that begins in such a
 * branch is shown there, since that it began is not in doubt.
 *
 * A letter follows what becomes of its two branches. Where they become one, the member is simply in it. Where the branch
 * that it goes to ends without a successor, that is told for as long as the letter is not redirected or ended.
 *
 * @since 0.1.0
 */
export * as Roll from "./Roll.js"

/**
 * Successions of branches (组织关系随转): what the changes of organisations mean for the members' roll, and who is in a body
 * when a change is decided. Both are read out of the same records, so that the register and the roll say the same.
 *
 * @since 0.1.0
 */
export * as Successions from "./Successions.js"

/**
 * Posts (职务) apart from persons, and the appointments (任职) that join them for a time: a post may be vacant, held by one
 * who acts, or held beside another.
 *
 * @since 0.1.0
 */
export * as Post from "./Post.js"

/**
 * Post rolls (职务名册): who holds which post on a day, which posts are vacant and since when, who acts, and who holds
 * several.
 *
 * @since 0.1.0
 */
export * as PostRoll from "./PostRoll.js"

/**
 * Thresholds (设置条件): which kinds of organisation a unit may, should or must have by its head-counts. Which count, which
 * ends belong, in which sector, whether an approval or a stated need goes with it: all of it is dated, cited data.
 *
 * The answer is a set, never one kind: an organ with a hundred members fits the general branch and the primary committee
 * alike, and a branch above its usual size may lawfully stay a branch.
 *
 * @since 0.1.0
 */
export * as Threshold from "./Threshold.js"

/**
 * Leadership (班子设置): whether a body has a committee, how many sit on it, which posts it must fill, and which meetings
 * follow from that. Where the lines run is dated, cited data.
 *
 * @since 0.1.0
 */
export * as Leadership from "./Leadership.js"

/**
 * Establishment (组织设置) on a day: which units must have an organisation and have none (应建尽建), which organisations no longer
 * qualify (应调整), are over their size, or have a leadership the texts do not provide for. Whose term has ended (应换届) is for
 * `Tenure` to say.
 *
 * @since 0.1.0
 */
export * as Establishment from "./Establishment.js"

/**
 * Rules of posts (任职规定): which posts exclude each other, how long a dispatch lasts at least, where a post may be, how many
 * a body has, and who may hold it. Each is data with its source; what deviates is found on a day.
 *
 * @since 0.1.0
 */
export * as PostRule from "./PostRule.js"

/**
 * Teams (工作组、服务队) made of named roles: four-person groups (四人工作组), one cadre, one member and several worthies
 * (1+1+N). Which roles a team has, and of whom, is data.
 *
 * @since 0.1.0
 */
export * as Team from "./Team.js"

/**
 * One person shouldering both posts (一肩挑): whether the secretary of a village organisation is also its director. Both
 * posts are come by in elections of their own, so it is observed and never appointed.
 *
 * @since 0.1.0
 */
export * as DualRole from "./DualRole.js"

/**
 * Terms of office (任期、届期): how long elected bodies serve, when the superior reminds them, and which election is early or
 * late. Lengths, limits and leads are dated, cited data.
 *
 * A term ends on the anniversary of the day of election. That is the convention of this library: the texts give years
 * and do not say whether the last day is the anniversary or the day before.
 *
 * @since 0.1.0
 */
export * as Tenure from "./Tenure.js"

/**
 * Rules of voting (表决规则): how many must be present, how many ayes carry, and of which number each is a share. Resolutions
 * count against those due (应到), elections against those present (实到): the base is part of the rule.
 *
 * @since 0.1.0
 */
export * as VoteRule from "./VoteRule.js"

/**
 * Who has a vote (表决权、选举权), and who is counted as due (应到会): members of the stages and without the restrictions that
 * a rule names, less those whom the superior and the meeting agreed to leave out.
 *
 * @since 0.1.0
 */
export * as Franchise from "./Franchise.js"

/**
 * Rules of elections (选举规则): who elects to which office, by which rule of voting, with how many candidates, whether the
 * result is approved (批准) or filed (备案), and what a by-election or a delegates' congress takes.
 *
 * @since 0.1.0
 */
export * as ElectionRule from "./ElectionRule.js"

/**
 * Tallies (计票): the papers of one ballot as they were marked, what they come to for each name, and who is elected by it.
 *
 * A paper is secret, so what goes on record is the tally. More papers returned than issued make the whole ballot void.
 *
 * @since 0.1.0
 */
export * as Tally from "./Tally.js"

/**
 * Elections (选举): one election of one body, from the call to the result that the superior approves or takes on file, or to
 * its being void.
 *
 * What is asked for, what happens and how it stands afterwards are here; what is allowed stands in `ElectionDecider`. Who
 * is on the roll and who came is said on the day of the ballot. Ballots go on record as tallies, so that nobody's vote
 * does.
 *
 * @since 0.1.0
 */
export * as Election from "./Election.js"

/**
 * What an election allows (选举程序): the decider of one election under the rules of its office, from the call to the
 * confirmation.
 *
 * What the rules ask for comes in as a scheme (`ElectionRule.scheme`).
 *
 * @since 0.1.0
 */
export * as ElectionDecider from "./ElectionDecider.js"

/**
 * Membership dues (党费): what a member owes for a month. Brackets, tariffs, bases and the rounding are dated, cited data;
 * amounts are whole fen, and the rate of a bracket applies to the whole base, not to the part above its edge.
 *
 * @since 0.1.0
 */
export * as Dues from "./Dues.js"

/**
 * The ledger of dues (党费台账): what was assessed, reduced, paid and remitted, in whole fen. What follows from it on a day is its
 * statement.
 *
 * @since 0.1.0
 */
export * as DuesLedger from "./DuesLedger.js"

/**
 * The statement of dues (党费收缴情况): what a ledger comes to on a day: owed, collected, in arrears, and due upward, for each member,
 * each branch and all, in whole fen.
 *
 * @since 0.1.0
 */
export * as DuesStatement from "./DuesStatement.js"

/**
 * Coverage (党的组织覆盖和工作覆盖): how far units and grids are reached, with the denominator of every rate stated.
 *
 * Each unit of the base falls in exactly one class: an organisation of its own, a joint branch, or none. A joint branch
 * counts once for each unit that it covers. Partial counts of two places merge by their sets of units; what stands in
 * both is refused, never counted twice.
 *
 * @since 0.1.0
 */
export * as PartyCoverage from "./PartyCoverage.js"

/**
 * Service grids (党建网格): cells of any number of levels (村→组→户→人), which point at the organisations that serve them and are
 * none themselves, and who looks after what in them: fields of responsibility (责任田), hub households (党员中心户), links to
 * households and buildings (联户、联楼栋), stationed and liaison cadres (蹲点、联村包抓、挂钩).
 *
 * It is the third of three graphs that are never one. Every row stands from one day on and up to, but without, another; a
 * view is of one day.
 *
 * @since 0.1.0
 */
export * as Grid from "./Grid.js"

/**
 * Rules about grids (网格设置规则) and what they find: households without a link (应联未联), members with too many or too few,
 * cells without a chief, cells too large or too small, cells that overlap, units that no cell covers.
 *
 * The ranges differ from place to place, so each place has its own table. They bind those who serve, never residents.
 *
 * @since 0.1.0
 */
export * as GridRule from "./GridRule.js"

/**
 * Coverage of grids (网格覆盖): how many cells have a Party organisation on them (支部建在网格上), and how many households a member
 * is linked to (党员联户，应联尽联), each as a set and out of a stated set.
 *
 * @since 0.1.0
 */
export * as GridCoverage from "./GridCoverage.js"

/**
 * The census (党内统计年报): whatever is counted, divided by what is asked about it, so that every division adds up to what
 * was counted and nothing unknown disappears.
 *
 * What is divided (members, secretaries, committee members, organisations, units) comes as things with fields; the
 * divisions (by sex, by education, by age bands, by kind) are data, since layouts change from year to year. What a
 * record does not tell stands in a line of its own.
 *
 * @since 0.1.0
 */
export * as Census from "./Census.js"

/**
 * What the yearly table of the Party (党内统计年报) is filled in from: persons, the roll of the day, who holds which post,
 * organisations and the coverage of units, turned into the things that a census counts.
 *
 * Bands of age and classes of education are the caller's; here stand the fields that they divide. What no record tells
 * stays absent, so that the census counts it as unknown.
 *
 * @since 0.1.0
 */
export * as CensusSource from "./CensusSource.js"

/**
 * The sentences of every fault and finding that the organisation side raises, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as OrganisationTexts from "./OrganisationTexts.js"
