/**
 * The modules of `dangjian/presets`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link FiveOrders}: Five orders (五单): 群众点单、网格领单、支部派单、党员晒单、群众评单, with errands on behalf (红色代办), the whistle (党委定向、支部吹哨、乡贤报到), and kinds of orders beside the plain request.
 * - {@link LinglingOrders}: Five orders of another order (零陵"五单"): 群众点单、支部派单、党员接单、民主评单、公开晒单: what was done is rated before it is published.
 * - {@link GaopingOrders}: Six orders (高平"六单"): 点单、派单、接单、督单、晒单、评单: somebody supervises before a result is published.
 * - {@link LinyouOrders}: Four orders (麟游"四单"): 居民点单、社区派单、单位接单、居民评单: units take on, and another body asks the residents by telephone.
 * - {@link ZiyunOrders}: Three orders (紫云、松山"三单"): 点单、派单、接单: nobody rates.
 * - {@link OrderLimits}: Published time limits of service orders (工单时限), as data that is put into a scheme by `fitted`, then `OrderScheme.timed`: Shandong 2020, Bengbu, Daishan 2011, Guangling 2025, and the draft rules of Beijing's hotline.
 * - {@link FixMyStreetStates}: The states of FixMyStreet (FixMyStreet各状态对照): confirmed and its like, fixed by the body or by whoever reported, closed in several ways, and three that nobody sees.
 * - {@link Open311States}: The states of Open311 GeoReport v2 (Open311状态对照): open and closed and nothing else; how a request was closed stands in free words beside it, where we send and read a typed reason.
 * - {@link DigitStates}: The states of DIGIT public grievance redressal (DIGIT投诉处理状态对照): a router assigns, somebody in the field resolves, whoever complained rates or reopens.
 * - {@link HotlineCounters}: The counters of 12345 hotlines and of digital city management (12345热线、数字城管统计口径): reported, accepted, filed, dispatched, disposed of, checked, closed, each due, done and done in time; rework, return, buck-passing, shelving, void.
 * - {@link OrderAlarms}: Rules of alarms to begin with (异常预警起始规则): every kind once or more, with thresholds that are made up.
 * - {@link WendengVillage}: The village ledger of the credit rules for rural residents of Wendeng, Weihai (威海市文登区农村居民信用积分评价办法), for Party members and village cadres, in force since 2020-01-01.
 * - {@link WendengDistrict}: The district ledger of the credit rules of Wendeng, Weihai (威海市文登区信用评价规则，区级), for Party members and village cadres, in force since 2020-01-01.
 * - {@link HuaningStars}: The stars of members' households of Huaning county, Yunnan (华宁县“党员户+星级”积分管理), of 2018.
 * - {@link HongtongPoints}: Members' points of Hongtong county, Shanxi (洪洞县党员积分管理办法，试行), of 2024: the year, and the quarterly review.
 * - {@link XiqingStars}: The stars of branches of Xiqing district, Tianjin (西青区党支部评星定级), of 2016.
 * - {@link CityNotice2023}: A city's notice of 2023 on the stars of branches (2023年度基层党支部评星定级通知).
 * - {@link ZouchengStars}: The stars of branches of Zoucheng, Shandong (邹城市党支部评星定级).
 * - {@link DaluStars}: The star plan of the Dalu bureau (大路分局“五星创评”方案), as it is printed.
 * - {@link XisongjiAssessment}: The assessment of villages and village cadres of Xisongji town (西宋集镇村级工作考核办法), of 2017: the month, the year, and the pay of a month.
 * - {@link WenzhouMerit}: The assessment by merit of Wenzhou, Zhejiang (温州市考绩法), of 2013: two of its kinds of item.
 * - {@link LianyungangHotline}: The monthly assessment of bodies by the 12345 hotline of Lianyungang, Jiangsu (连云港市12345热线月度考核).
 * - {@link PrimaryKinds}: Kinds of Party organisation (党组织类型), which kind stands under which (隶属), and what bodies of a kind may do (权限).
 * - {@link PostRules}: Posts in towns and villages (镇村两级职务): kinds of posts, what excludes what, and teams made of named roles.
 * - {@link PrimaryTerms}: Terms of office of primary organisations (基层党组织任期): five years for primary committees and in villages and communities, three for general branches and branches, with the limits of early and late elections and the reminder.
 * - {@link PrimaryThresholds}: Thresholds and leadership of primary organisations (基层党组织设置): which kinds a unit sets up by its head-counts, how large they are, who sits on their committees, and which meetings follow.
 * - {@link CoverageRules}: Coverage of new economic and social organisations (两新组织党的组织覆盖和工作覆盖): which units are the base, as what an organisation counts, and what counts as work coverage.
 * - {@link CensusLayout}: The layout of the yearly table of the Party (党内统计年报表式), in part: organisations by kind, units by how they are organised, and members, committee members and secretaries by sex.
 * - {@link GridRules}: Rules about service grids (党建网格、党员联户、中心户) as single places have them: there is no national one, and the ranges differ.
 * - {@link DuesRules}: Membership dues (党费): brackets and tariffs of the national rules.
 * - {@link PrimaryVotes}: Votes and elections of primary organisations (基层党组织表决和选举): quorums and majorities by act, candidates, who has a vote, who may be left out of those due, by-elections and delegates' congresses.
 * - {@link ChangeRules}: How primary organisations are set up and closed (党支部的设立、调整、撤销程序): who decides, by when, who elects, and where it is filed.
 * - {@link MemberRules}: National rules of membership (党员发展、教育管理与处置): admission, probation, transfer, lost contact, the ways out and the disciplinary ladder.
 *
 * @module presets
 * @since 0.1.0
 */

/**
 * Five orders (五单): 群众点单、网格领单、支部派单、党员晒单、群众评单, with errands on behalf (红色代办), the whistle
 * (党委定向、支部吹哨、乡贤报到), and kinds of orders beside the plain request.
 *
 * From a town's talk on its year 2023, in a copy: it names the five stages, errands, lists and the whistle, and counts
 * 6 suggestions 件, 15 dispatches 件次 and 178 services 人次. It says nothing of limits, returns and attempts, nor of what
 * becomes of an order that nobody rates: those stand here as data that a place replaces by its own.
 *
 * @since 0.1.0
 */
export * as FiveOrders from "./FiveOrders.js"

/**
 * Five orders of another order (零陵"五单"): 群众点单、支部派单、党员接单、民主评单、公开晒单: what was done is rated before it
 * is published.
 *
 * From a newspaper's report on the residential quarters of Lingling District (永州市零陵区): the branch of a quarter
 * dispatches, a member takes on, does it and puts pictures of it on the quarter's boards; the rating comes first, the
 * publication last. Since that ends nothing, it is followed by an explicit closing (归档) by the branch or the committee,
 * or by somebody above the branch where the rating was bad after all attempts. Of everything else the report says
 * nothing: limits, returns, attempts, and who takes part in the rating. What nobody rated is closed unpublished.
 *
 * @since 0.1.0
 */
export * as LinglingOrders from "./LinglingOrders.js"

/**
 * Six orders (高平"六单"): 点单、派单、接单、督单、晒单、评单: somebody supervises before a result is published.
 *
 * From a newspaper's report on Gaoping (晋城市高平市), which names the six stages in this order and no more. Supervision
 * stands between the work and its publication here: it is passed once a result was accepted, and nothing is published
 * without it; whoever did the work never supervises it. A supervisor who is not content leaves the order in hand, where
 * the branch can dispatch anew.
 *
 * @since 0.1.0
 */
export * as GaopingOrders from "./GaopingOrders.js"

/**
 * Four orders (麟游"四单"): 居民点单、社区派单、单位接单、居民评单: units take on, and another body asks the residents by
 * telephone.
 *
 * From a newspaper's report on Linyou County (宝鸡市麟游县): the Party organisation of a community makes orders of what
 * residents need and dispatches them to the units that are linked to it; the unit takes on and gives the work to its
 * members by what they are good at; every quarter the county's organisation department surveys satisfaction by
 * telephone, and orders are struck off one by one (销号). So the rating is a re-visit by the department, never by whoever
 * asked of their own accord, and the department that asks may close too.
 *
 * @since 0.1.0
 */
export * as LinyouOrders from "./LinyouOrders.js"

/**
 * Three orders (紫云、松山"三单"): 点单、派单、接单: nobody rates.
 *
 * From reports that name these three stages and end there. Doing it and accepting the result are there all the same;
 * after that the branch closes, or the committee, and the order ends as done (办结): not as satisfied, for nobody was
 * asked.
 *
 * @since 0.1.0
 */
export * as ZiyunOrders from "./ZiyunOrders.js"

/**
 * Published time limits of service orders (工单时限), as data that is put into a scheme by `fitted`, then
 * `OrderScheme.timed`: Shandong 2020, Bengbu, Daishan 2011, Guangling 2025, and the draft rules of Beijing's hotline.
 *
 * **Details**
 *
 * Every limit says in its note where its clock starts. That of an order starts where it is received by whoever has to
 * dispatch it: with the claim by the grid (领单), and where nobody claims with the request (点单). So an order that nobody
 * dispatches becomes overdue like one that nobody does, and no return starts the clock again: the order keeps its age,
 * whoever has it. What is to be done anew is received anew, and begins a further run. That of a dispatch starts at the
 * dispatch (派单). None of these texts starts one at the sign-in (签收、接单), and none should: a clock that starts only
 * there lets a unit stall by not signing.
 *
 * The clock of an order ends when a result of it is accepted (验收) and no dispatch is open any more: what follows is the
 * time of whoever supervises, publishes and rates, and is not counted against those who work. It stands still while the
 * order is merged into another (并单待结), for its root is worked on then; in which cases else it stands still these texts
 * do not say, so that it never does. All this is put in by {@link fitted}: a text as it was published names no end of its
 * own, and `OrderScheme.timed` does not take it.
 *
 * The rules of Guangzhou 2018 are not here: what is known of them is how they count (日 is the working day, the first
 * day included: `unit: "workingDay"`, `countsFirstDay: true`), and not how many days they give for what. A limit
 * without an amount is none.
 *
 * **Gotchas** In the five orders (五单) the clock of an order starts with the claim (领单), so that an order that nobody
 * claims has no deadline and never becomes overdue. Look at `undated` of `OrderCounts`, where such orders are counted,
 * and at `OrderClock.age`, which runs from the request. To begin at the request instead, spread what {@link fitted}
 * gives with another `starts`:
 * `{ ...timing, order: timing.order.map((limit) => ({ ...limit, starts: "requested" })) }`. Rework (返工) then begins no
 * further run, for it goes back to the claim and not to the request.
 *
 * @since 0.1.0
 */
export * as OrderLimits from "./OrderLimits.js"

/**
 * The states of FixMyStreet (FixMyStreet各状态对照): confirmed and its like, fixed by the body or by whoever reported, closed in several ways, and
 * three that nobody sees.
 *
 * From the source and the tests of the software, in copies: what an update by Open311 does in each state, with and without
 * extended statuses; what whoever reported may do in the page of a report; and the questionnaire some weeks later. What each state stands for
 * with us, and what each update proposes, is in none of them and is set here. Where the tests leave open who may mark a report as fixed, an older version
 * of them lets everybody who is signed in do so.
 *
 * @since 0.1.0
 */
export * as FixMyStreetStates from "./FixMyStreetStates.js"

/**
 * The states of Open311 GeoReport v2 (Open311状态对照): open and closed and nothing else; how a request was closed stands in free words
 * beside it, where we send and read a typed reason.
 *
 * From the page of the specification, in a copy. It knows no returns, reworks and ratings, and says nothing of who may change
 * a status: it is the body that publishes it. Only what has ended is told as closed, so that what is opened again proposes nothing: it has
 * to be asked for anew.
 *
 * @since 0.1.0
 */
export * as Open311States from "./Open311States.js"

/**
 * The states of DIGIT public grievance redressal (DIGIT投诉处理状态对照): a router assigns, somebody in the field resolves, whoever complained
 * rates or reopens.
 *
 * From the configuration of its workflow and pages about it, in copies. The statuses that come in are its actions. Escalation to supervisors moves
 * only who has it and is left out; that staff may reopen and rate for whoever complained is not taken over. What each state stands for
 * with us, and what each action proposes, is in none of them and is set here.
 *
 * @since 0.1.0
 */
export * as DigitStates from "./DigitStates.js"

/**
 * The counters of 12345 hotlines and of digital city management (12345热线、数字城管统计口径): reported, accepted, filed, dispatched, disposed of,
 * checked, closed, each due, done and done in time; rework, return, buck-passing, shelving, void.
 *
 * From comments in the source of a platform of digital city management, a list of indicators of another, and monthly
 * bulletins of a hotline, in copies; none of them is a rule text, and what a platform counts may differ from what they say. Ours are the keys
 * of `OrderCounts.Counts`.
 *
 * @since 0.1.0
 */
export * as HotlineCounters from "./HotlineCounters.js"

/**
 * Rules of alarms to begin with (异常预警起始规则): every kind once or more, with thresholds that are made up.
 *
 * No public text was found that says from what number on an order looks suspicious. The one figure that stands on an
 * observation is the ten minutes: of 321,423 requests to remove graffiti in one city 145,157 were closed within ten minutes of
 * being opened. A place tries these on years that it knows, and replaces them.
 *
 * @since 0.1.0
 */
export * as OrderAlarms from "./OrderAlarms.js"

/**
 * The village ledger of the credit rules for rural residents of Wendeng, Weihai (威海市文登区农村居民信用积分评价办法), for
 * Party members and village cadres, in force since 2020-01-01.
 *
 * Every printed line is carried over with its id, slips included; what a careful reader doubts stands in the notes of the
 * rulebook, and nothing is corrected. Lines that deduct from ordinary residents or reward informing on others are left
 * out on purpose, so the book is partial.
 *
 * @since 0.1.0
 */
export * as WendengVillage from "./WendengVillage.js"

/**
 * The district ledger of the credit rules of Wendeng, Weihai (威海市文登区信用评价规则，区级), for Party members and village
 * cadres, in force since 2020-01-01.
 *
 * Known are the general articles (base, grades, validity, doubling, direct grading, what counts of one act) and those lines
 * of the village sheets that enter the district ledger; the district's other lines, about two hundred in all, are not. The
 * text is a public transcription, so the book is partial. One register feeds this book and `WendengVillage`.
 *
 * @since 0.1.0
 */
export * as WendengDistrict from "./WendengDistrict.js"

/**
 * The stars of members' households of Huaning county, Yunnan (华宁县“党员户+星级”积分管理), of 2018.
 *
 * Known from a report: the base of 60, the bands, and that each branch sets its own items. The items themselves are not
 * known and are no part of the text, so the book is partial. Bands are printed in whole numbers.
 *
 * @since 0.1.0
 */
export * as HuaningStars from "./HuaningStars.js"

/**
 * Members' points of Hongtong county, Shanxi (洪洞县党员积分管理办法，试行), of 2024: the year, and the quarterly review.
 *
 * Known from a report: the base of 100 that only falls, two of the ten kinds of bonus, two of the ten kinds of penalty,
 * the grounds that set the score to nought, and the shares of the quarterly review. The other kinds and the marks of the
 * tested item (测评项) are not known and left out, so both books are partial.
 *
 * @since 0.1.0
 */
export * as HongtongPoints from "./HongtongPoints.js"

/**
 * The stars of branches of Xiqing district, Tianjin (西青区党支部评星定级), of 2016.
 *
 * Known from a transcription: the bands, and the shares at the top and the bottom. The hundred points are set apart by
 * domain in tables that are not known, so that the score is one value here and the book is partial.
 *
 * @since 0.1.0
 */
export * as XiqingStars from "./XiqingStars.js"

/**
 * A city's notice of 2023 on the stars of branches (2023年度基层党支部评星定级通知).
 *
 * Known from a transcription that names no city: how basic marks, deductions and appraisal are put together, the bands and
 * the share of five stars. The lines of the basic marks are not known, so the book is partial.
 *
 * @since 0.1.0
 */
export * as CityNotice2023 from "./CityNotice2023.js"

/**
 * The stars of branches of Zoucheng, Shandong (邹城市党支部评星定级).
 *
 * Known from a report: the bands, and that satisfaction below sixty per cent holds a branch at two stars. Six dimensions
 * make the composite, of which the satisfaction of the masses is three tenths; how they are marked is not known, so that
 * the composite is one value here and the book is partial.
 *
 * @since 0.1.0
 */
export * as ZouchengStars from "./ZouchengStars.js"

/**
 * The star plan of the Dalu bureau (大路分局“五星创评”方案), as it is printed.
 *
 * Known from a transcription: the eight indicators' total of 110, the five rows with both ends of each band as printed,
 * the innovation project that five stars need, and the guide shares. The indicators' own marks are not known, so the book
 * is partial. The rows overlap at their ends and leave ninety without a project in none: nothing is repaired here.
 *
 * @since 0.1.0
 */
export * as DaluStars from "./DaluStars.js"

/**
 * The assessment of villages and village cadres of Xisongji town (西宋集镇村级工作考核办法), of 2017: the month, the year, and
 * the pay of a month.
 *
 * Known from a transcription: how month and year are put together, the prizes with their seats and floors, and the bases
 * of pay. The items of key and daily work are not known by name, so that each is one account here and the books are
 * partial. That daily work starts full is a reading: otherwise nobody would reach the floor of the first prize.
 *
 * @since 0.1.0
 */
export * as XisongjiAssessment from "./XisongjiAssessment.js"

/**
 * The assessment by merit of Wenzhou, Zhejiang (温州市考绩法), of 2013: two of its kinds of item.
 *
 * Known from a report: points by place that lose a twentieth of the base a place, averaged over the months, and items that
 * are all or nothing. The items' names and the other parts are not known, so the book is partial.
 *
 * @since 0.1.0
 */
export * as WenzhouMerit from "./WenzhouMerit.js"

/**
 * The monthly assessment of bodies by the 12345 hotline of Lianyungang, Jiangsu (连云港市12345热线月度考核).
 *
 * Known from monthly bulletins: which rates are scored, and the scores. The formulas of two of the four items, on-time
 * closing and satisfaction, are reconstructed from published scores and are in no rule text; how sign-in and quality are
 * marked is not known, so that both are left out and the book is partial.
 *
 * @since 0.1.0
 */
export * as LianyungangHotline from "./LianyungangHotline.js"

/**
 * Kinds of Party organisation (党组织类型), which kind stands under which (隶属), and what bodies of a kind may do (权限).
 *
 * From the regulations on branches (trial) of 2018, on rural primary organisations of 2018, on the education and
 * administration of members of 2019 and the rules on developing members of 2014, in copies made by others. Weak, and said
 * so in notes: what stands under a county committee and under a working committee is from memory; that a general branch
 * stands between committee and branches is from a survey that is no text of law.
 *
 * **Gotchas** A leading Party members group (党组) has no place in this tree, and no edge gives it one. A Party group (党小组) is
 * no level: it stands under branches only, and nothing stands under it. The texts seen say which bodies may approve
 * probationary members (a committee that was given it) and which may only deliberate (审议); to whom a superior has given
 * it is a fact of each organisation.
 *
 * @since 0.1.0
 */
export * as PrimaryKinds from "./PrimaryKinds.js"

/**
 * Posts in towns and villages (镇村两级职务): kinds of posts, what excludes what, and teams made of named roles.
 *
 * The names of the posts are the common ones. Weak is nearly everything said about them: first
 * secretaries by a provincial rule of 2015 and a report, instructors by the practice of single cities, dispatched
 * discipline secretaries, Party clerks and the groups of four from speeches of single towns, which bind nobody else.
 *
 * @since 0.1.0
 */
export * as PostRules from "./PostRules.js"

/**
 * Terms of office of primary organisations (基层党组织任期): five years for primary committees and in villages and
 * communities, three for general branches and branches, with the limits of early and late elections and the reminder.
 *
 * From the opinion on the terms of primary organisations and the regulations on branches (trial), both of 2018, in copies
 * made by others; that an early or late election needs the approval of the superior stands in article 3 of the
 * regulations on elections of 2020 as well. Weak: the opinion is taken to
 * be in force from the first day of its year, since the copies give the year alone; from when on an election counts as
 * early is not said anywhere and is set here.
 *
 * @since 0.1.0
 */
export * as PrimaryTerms from "./PrimaryTerms.js"

/**
 * Thresholds and leadership of primary organisations (基层党组织设置): which kinds a unit sets up by its head-counts, how large
 * they are, who sits on their committees, and which meetings follow.
 *
 * From the regulations on branches (trial) of 2018, on rural primary organisations of 2018 and on primary organisations in
 * organs of 2019, in copies made by others. Weak, and said so in notes: the sizes for enterprises (an examination
 * bank) and for new economic and social organisations (the rule of one city), all sizes of committees but that of
 * branches and townships, Party groups, the standing that secretaries need.
 *
 * **Gotchas** What the texts leave open stays open. No text seen gives communities, schools or hospitals a general branch or
 * a committee by numbers: above fifty members they have a branch with a warning. For villages with fewer than three full
 * members the rural regulations permit joining a neighbouring village where those on branches demand it of units at large;
 * the special text goes first here. Whether a joint branch needs three full members in all, and whether a unit without any
 * member falls under the joint branch, is not said; here the first is not asked and the second does not.
 *
 * @since 0.1.0
 */
export * as PrimaryThresholds from "./PrimaryThresholds.js"

/**
 * Coverage of new economic and social organisations (两新组织党的组织覆盖和工作覆盖): which units are the base, as what an organisation
 * counts, and what counts as work coverage.
 *
 * From the yearly statistics of the Party (党内统计年报) as its layout stands in a copy, one city's explanation of the two
 * coverages, and reports on screening. Weak: the layout is taken to be exhaustive and its classes exclusive, which it
 * does not say; the three haves are one place's screening; that the rate of work coverage includes what an organisation
 * covers is inferred.
 *
 * @since 0.1.0
 */
export * as CoverageRules from "./CoverageRules.js"

/**
 * The layout of the yearly table of the Party (党内统计年报表式), in part: organisations by kind, units by how they are
 * organised, and members, committee members and secretaries by sex.
 *
 * From a copy of the table of one year in a public file, of which the part on units is known, and from the bulletins of
 * 2023 and 2024, which count organisations of three kinds and women among members. Weak: the copy does not say that its
 * classes are exhaustive and exclusive, they look so. Not known, and therefore not here: the bands of age and standing,
 * the classes of education, ethnicity and occupation; whoever has a table of the year adds its divisions.
 *
 * @since 0.1.0
 */
export * as CensusLayout from "./CensusLayout.js"

/**
 * Rules about service grids (党建网格、党员联户、中心户) as single places have them: there is no national one, and the ranges differ.
 *
 * From reports and one place's published notes, in copies. Weak throughout, and therefore data that a place replaces by its
 * own: since when a rule is in force no source says, so every table begins with the year of its source. What reports only
 * give as a usual figure (rural grids of some 300 households, 500 households or 800 people in one city) is left out.
 *
 * @since 0.1.0
 */
export * as GridRules from "./GridRules.js"

/**
 * Membership dues (党费): brackets and tariffs of the national rules.
 *
 * From the rules on collecting, using and managing dues of 2008 (中国共产党党费收缴、使用和管理的规定), in copies made by others.
 * Farmers pay from 0.20 to 1 yuan a month; their province says how much, in a rule of the category `farmer` that is added to
 * the table. Shares remitted upward are not in the copies seen: they are added in the same way.
 *
 * **Gotchas** Weak: no text seen says how to round; half up to the fen is the choice of this library. That dues begin with
 * the month of admission itself is inferred from "from the day of the branch meeting". The copies give the year 2008; that
 * the rules are in force from 1 April is from memory. Where no article number was seen a rule names its paragraph.
 *
 * @since 0.1.0
 */
export * as DuesRules from "./DuesRules.js"

/**
 * Votes and elections of primary organisations (基层党组织表决和选举): quorums and majorities by act, candidates, who has a
 * vote, who may be left out of those due, by-elections and delegates' congresses.
 *
 * From the regulations on branches (trial) of 2018, the rules on admitting members of 2014, the regulations on elections
 * of 2020 with the interim regulations of 1990 before them, and the organic law of villagers' committees, all in copies
 * made by others. Weak: that elections count against those present, the quorum "not less than four fifths", the
 * surplus of a fifth and how it is rounded, the categories left out of those due, write-ins, revotes and seats left
 * empty are known from questions and answers, handbooks and exam banks; each row says so in its note. Where
 * the copies give the year alone a rule is taken to be in force from its first day.
 *
 * @since 0.1.0
 */
export * as PrimaryVotes from "./PrimaryVotes.js"

/**
 * How primary organisations are set up and closed (党支部的设立、调整、撤销程序): who decides, by when, who elects, and where it is
 * filed.
 *
 * From the regulations on branches (trial) of 2018 and the regulations on rural primary organisations, in copies made by
 * others that show no article numbers for it. Weak: since when the rural regulations are in force, and that a street's
 * working committee decides as a township committee does; whoever is not in the modelled tree is taken to be entitled.
 *
 * @since 0.1.0
 */
export * as ChangeRules from "./ChangeRules.js"

/**
 * National rules of membership (党员发展、教育管理与处置): admission, probation, transfer, lost contact, the ways out and the
 * disciplinary ladder.
 *
 * From the Party constitution, the rules on the admission of members (2014), the regulations on the education and
 * management of members (2019), the regulations on elections (2020), the measures on unqualified members (2024) and the
 * regulations on discipline, all read in copies made by others. Weak: where a copy gives the year alone, a rule is taken
 * to be in force from its first day; article numbers stand only where a copy showed them; each row whose text was seen in a
 * digest alone, or not at all, says so in its note. The term of a transfer letter is not settled by any text seen; how long
 * before its end it is told nothing says, so that the table has no such rule: a committee adds its own (`reminder`).
 *
 * @since 0.1.0
 */
export * as MemberRules from "./MemberRules.js"
