/**
 * The modules of `dangjian/organisation`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Provision}: Provisions (条款): one rule of a text as a dated, cited value, with the strength it speaks with and who may approve a deviation.
 * - {@link OrganisationKind}: Kinds of Party organisation (党组织类型) and which kind may stand under which: data, since texts and places differ.
 * - {@link Organisation}: Party organisations (党组织) as they stand on a day.
 * - {@link AdministrativeUnit}: Administrative units (单位): villages, communities, enterprises, organs, schools: what Party organisations are set up in.
 * - {@link Person}: Persons (人员): members, applicants, worthies (乡贤) and residents, told apart by an opaque id and never by their names.
 * - {@link HeadCount}: Head-counts (人数): full members and all members are two counts that rules never mix, so they are two types.
 * - {@link Member}: Members (党员) as the roll of a day shows them: three questions that are never one, how far membership has come, which rights rest, and where the member is.
 * - {@link Post}: Posts (职务) apart from persons, and the appointments (任职) that join them for a time: a post may be vacant, held by one who acts, or held beside another.
 * - {@link Census}: The census (党内统计年报): whatever is counted, divided by what is asked about it, so that every division adds up to what was counted and nothing unknown disappears.
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
 * Persons (人员): members, applicants, worthies (乡贤) and residents, told apart by an opaque id and never by their names.
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
