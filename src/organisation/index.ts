/**
 * The modules of `dangjian/organisation`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Provision}: Provisions (条款): one rule of a text as a dated, cited value, with the strength it speaks with and who may approve a deviation.
 * - {@link OrganisationKind}: Kinds of Party organisation (党组织类型) and which kind may stand under which: data, since texts and places differ.
 * - {@link Organisation}: Party organisations (党组织) as they stand on a day.
 * - {@link AdministrativeUnit}: Administrative units (单位): villages, communities, enterprises, organs, schools: what Party organisations are set up in.
 * - {@link OrganisationChange}: Changes of Party organisations (党组织设置变更): what may be asked for, what then happens, and for which reason a body ends.
 * - {@link OrganisationBodies}: Bodies (党组织台账): what has become of every id that was ever given to a Party organisation, after the events of a journal.
 * - {@link OrganisationLife}: The life of Party organisations (党组织的设立、变更与撤销): which change is lawful, and what it comes to.
 * - {@link Lineage}: Lineage (沿革): what passed from which body to which, both ways, so that points, orders, files and debts find whoever answers for them now.
 * - {@link OrganisationRegister}: The register of Party organisations (党组织名册): which stood on a day, as known on a day, and what became of each.
 * - {@link ChangeProcedure}: The procedure of changes (设置程序): applied for, decided, elected, filed; what a rule says of a change that went otherwise.
 * - {@link IdentityNumber}: Identity numbers (公民身份号码): checked by their own check digit, read for sex and day of birth, and never shown.
 * - {@link Person}: Persons (人员): members, applicants, worthies (乡贤) and residents, told apart by an opaque id and never by their names.
 * - {@link HeadCount}: Head-counts (人数): full members and all members are two counts that rules never mix, so they are two types.
 * - {@link Member}: Members (党员) as the roll of a day shows them: three questions that are never one, how far membership has come, which rights rest, and where the member is.
 * - {@link Post}: Posts (职务) apart from persons, and the appointments (任职) that join them for a time: a post may be vacant, held by one who acts, or held beside another.
 * - {@link PostRoll}: Post rolls (职务名册): who holds which post on a day, which posts are vacant and since when, who acts, and who holds several.
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
 * - {@link Census}: The census (党内统计年报): whatever is counted, divided by what is asked about it, so that every division adds up to what was counted and nothing unknown disappears.
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
 * Kinds of Party organisation (党组织类型) and which kind may stand under which: data, since texts and places differ.
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
 * Head-counts (人数): full members and all members are two counts that rules never mix, so they are two types.
 *
 * @since 0.1.0
 */
export * as HeadCount from "./HeadCount.js"

/**
 * Members (党员) as the roll of a day shows them: three questions that are never one, how far membership has come, which
 * rights rest, and where the member is.
 *
 * @since 0.1.0
 */
export * as Member from "./Member.js"

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
 * The sentences of every fault and finding that the organisation side raises, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as OrganisationTexts from "./OrganisationTexts.js"
