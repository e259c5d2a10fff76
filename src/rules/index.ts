/**
 * The modules of `dangjian/rules`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Span}: Spans of numbers (分数段) with their ends said outright: the words 以上, 以下, 不足 never decide, the fields do.
 * - {@link Expression}: Expressions and conditions (计分式与条件): the closed tree that a rulebook's score is made of.
 * - {@link Clause}: Clauses (条款) of the verdict: what turns a total into a level.
 * - {@link Fact}: Facts (事实): what happened, as registers hold it, and all that a rulebook is evaluated on.
 * - {@link Draw}: The draw (抽签) from a published seed: equals are put in an order that nobody chose and anyone can compute again.
 * - {@link Ranking}: Rankings (排名) of plain entries: places by each way of counting equals, with what the places are out of, who stands apart and what is still open; points by place; and what peers have together.
 * - {@link Poll}: Polls (民主测评): the slips of a democratic appraisal as they were handed in, and the rules they are counted by.
 * - {@link Ballot}: Ballots (民主测评票) counted: by subject, rater group and grade, with what is spoiled, blank or too few, and what the count comes to.
 * - {@link Rulebook}: The rulebook (积分、评星、考核办法): a published rule text as dated, cited data.
 * - {@link Scoring}: Scoring kinds (计分方式): constructors that carry the words of the field and emit the small closed tree.
 * - {@link Veto}: Vetoes (一票否决), told apart by what they do: set the score to nought, take off points, give the lowest level, hold below a level, bar from the top.
 * - {@link Builder}: The builder (编制): a rulebook from what its text says, with everything it does not say left empty.
 * - {@link Outcome}: Outcomes (评价结果): what an evaluation says of one subject, with a value for every node it passed, every line, and every stage of the verdict.
 * - {@link Interpreter}: The interpreter (评价): a rulebook applied to facts, slow and obvious.
 * - {@link CertificateTexts}: The sentences of evidence, certificates and their verification (凭据、凭证与复核用语), in Chinese and English.
 * - {@link Evidence}: Evidence (凭据): the records that results rest on, each sealed by a salted digest, so that a certificate can point at a record without showing it, and so that nothing can be slipped in or left out afterwards.
 * - {@link GroupTable}: Group tables (同组数据表): everything that a rating reads of a subject on behalf of the others: values that are compared or averaged, scores and levels that compete for places.
 * - {@link Certificate}: Certificates (评定凭证): an outcome expanded so that somebody else can check it: each node with what the text says there, its clause and the facts by digest, what was asked for and what was granted, what a cap, floor, veto or quota took, and at which stage it was rounded.
 * - {@link Verifier}: The verifier (复核): finds a certificate again from the rulebook and the records, slowly and obviously, and compares every field, so that nobody has to trust whoever issued it.
 * - {@link Defect}: Defects (条文缺陷) of a rule text: what is wrong with a rulebook, where, the evidence that shows it, and how it could be mended.
 * - {@link Extent}: Extents (取值范围): what each node of a rulebook can come to, whatever the facts: its least and greatest number, the lattice it lies on, how it can be absent and what conflicts it can raise.
 * - {@link Plan}: The compiled plan (编译评价): a rulebook read once that rates many subjects fast, equal to the interpreter.
 * - {@link Quotas}: Quotas (名额) looked back on: how a rating stands to the places that its rulebook gives, with everything that calls for a decision of people.
 * - {@link PeersTexts}: The sentences of rankings, draws, polls, ballots and quotas (排名、抽签、测评、名额用语), in Chinese and English.
 * - {@link LintTexts}: The sentences of everything that the linter finds (条文检查用语), in Chinese and English.
 * - {@link Lint}: The linter (条文检查): reads a rule text as a whole and says where it leaves something open, contradicts itself or can never apply, each with the evidence that shows it and a proposed repair where there is one.
 * - {@link RulesTexts}: The sentences of everything that the rules raise, faults of a rulebook and conflicts of a result alike.
 * - {@link Explanation}: Explanations (说明): what an outcome says, in words, with the clause of each line.
 * - {@link ProofTable}: The proof table (核对表): a whole rulebook in Markdown, to be laid beside the printed text and ticked off line by line.
 * - {@link Numerals}: Numerals (文中数字): the numbers that a text in words says, read back, and those that a result does not bear out.
 * - {@link Narrowing}: Narrowing (缩小范围): what a result that is still open rests on, and which of it, once known, would leave least open.
 * - {@link Impact}: Impact (影响面): whose value, level, place or quota place moves when a rulebook or the records change, and which clause did it.
 * - {@link LeastChange}: Least change (达标方案): the smallest sets of attainable facts that bring one subject to a level or a score, or the reasons why none does.
 * - {@link ChangeTexts}: The sentences of least changes (达标方案用语): the faults of a question, plans and reasons, in Chinese and English.
 *
 * @module rules
 * @since 0.1.0
 */

/**
 * Spans of numbers (分数段) with their ends said outright: the words 以上, 以下, 不足 never decide, the fields do.
 *
 * @since 0.1.0
 */
export * as Span from "./Span.js"

/**
 * Expressions and conditions (计分式与条件): the closed tree that a rulebook's score is made of.
 *
 * The constructors of `Builder` carry the kinds of the field; what stands in a document is this small tree, which the
 * interpreter, the verifier and systems in other languages face. There are no variables, no recursion and no product of
 * two unknowns. Everything that reads the world is a leaf; `acts` is the only node over single facts, `peers` the only
 * one over other subjects. Numbers are exact, as canonical text.
 *
 * @since 0.1.0
 */
export * as Expression from "./Expression.js"

/**
 * Clauses (条款) of the verdict: what turns a total into a level. They are a fixed set in a fixed order, not expressions:
 * classes, score effects, rounding, levels, level effects, direct awards, climb limit, quotas.
 *
 * @since 0.1.0
 */
export * as Clause from "./Clause.js"

/**
 * Facts (事实): what happened, as registers hold it, and all that a rulebook is evaluated on.
 *
 * A fact says that something of a kind happened to a subject on a day; a continuing one says when it ended. It carries
 * when it was recorded, so that every result can be given as it was known on a day. Whatever people decide (a value in a
 * range, a judgement) is a fact as well, with its decider and reason.
 *
 * @since 0.1.0
 */
export * as Fact from "./Fact.js"

/**
 * The draw (抽签) from a published seed: equals are put in an order that nobody chose and anyone can compute again.
 *
 * Before the draw only the digest of the seed is published (承诺); afterwards the seed itself (揭示). Whose digest of seed
 * and own id is least comes first, so the order depends on nothing else, and one more participant moves nobody else.
 *
 * @since 0.1.0
 */
export * as Draw from "./Draw.js"

/**
 * Rankings (排名) of plain entries: places by each way of counting equals, with what the places are out of, who stands
 * apart and what is still open; points by place; and what peers have together.
 *
 * Values are compared exactly. Nothing depends on the order in which entries come. Whose value is absent has no place
 * unless the policy gives one, and never a number.
 *
 * @since 0.1.0
 */
export * as Ranking from "./Ranking.js"

/**
 * Polls (民主测评): the slips of a democratic appraisal as they were handed in, and the rules they are counted by.
 *
 * A poll is input, not the result: `Ballot` counts it, the count becomes facts, and the rulebook and the body that decides
 * make the result of them.
 *
 * @since 0.1.0
 */
export * as Poll from "./Poll.js"

/**
 * Ballots (民主测评票) counted: by subject, rater group and grade, with what is spoiled, blank or too few, and what the
 * count comes to.
 *
 * A ballot is input, not the result: the count becomes facts ({@link facts}), and the rulebook and the body that decides
 * make the result of them.
 *
 * @since 0.1.0
 */
export * as Ballot from "./Ballot.js"

/**
 * The rulebook (积分、评星、考核办法): a published rule text as dated, cited data.
 *
 * What a text says stands in fields, with the clause it says it in; what it does not say is not invented. The verdict is
 * a fixed pipeline over the clauses: classes → total → score effects → rounding → level → level effects → direct awards →
 * climb limit → quotas → rankings.
 *
 * @since 0.1.0
 */
export * as Rulebook from "./Rulebook.js"

/**
 * Scoring kinds (计分方式): constructors that carry the words of the field and emit the small closed tree.
 *
 * Each constructor leaves its name in `form`, so that a page can say how a node was meant. Numbers are exact, as text;
 * clauses are cited by document and article.
 *
 * @since 0.1.0
 */
export * as Scoring from "./Scoring.js"

/**
 * Vetoes (一票否决), told apart by what they do: set the score to nought, take off points, give the lowest level, hold
 * below a level, bar from the top.
 *
 * @since 0.1.0
 */
export * as Veto from "./Veto.js"

/**
 * The builder (编制): a rulebook from what its text says, with everything it does not say left empty.
 *
 * @since 0.1.0
 */
export * as Builder from "./Builder.js"

/**
 * Outcomes (评价结果): what an evaluation says of one subject, with a value for every node it passed, every line, and every
 * stage of the verdict. All that is shown of a result is read from here; nothing is computed beside it.
 *
 * @since 0.1.0
 */
export * as Outcome from "./Outcome.js"

/**
 * The interpreter (评价): a rulebook applied to facts, slow and obvious. Every faster way has to equal it.
 *
 * @since 0.1.0
 */
export * as Interpreter from "./Interpreter.js"

/**
 * The sentences of evidence, certificates and their verification (凭据、凭证与复核用语), in Chinese and English.
 *
 * @since 0.1.0
 */
export * as CertificateTexts from "./CertificateTexts.js"

/**
 * Evidence (凭据): the records that results rest on, each sealed by a salted digest, so that a certificate can point at a
 * record without showing it, and so that nothing can be slipped in or left out afterwards.
 *
 * A record is sealed once, when it is taken in. Its salt is the caller's, one for each record: a register holds few
 * different records of a kind, and without a salt they could be guessed from their digests. Whoever is to recheck a result
 * is given the sealed records it concerns, and learns nothing of the others.
 *
 * @since 0.1.0
 */
export * as Evidence from "./Evidence.js"

/**
 * Group tables (同组数据表): everything that a rating reads of a subject on behalf of the others: values that are compared or
 * averaged, scores and levels that compete for places.
 *
 * With the table of its group, one subject's result can be found again from its own facts alone, so that a member can
 * recheck a place without seeing what the others' registers hold. A table holds numbers, levels and the labels that make
 * the groups, under opaque ids, and no fact.
 *
 * @since 0.1.0
 */
export * as GroupTable from "./GroupTable.js"

/**
 * Certificates (评定凭证): an outcome expanded so that somebody else can check it: each node with what the text says there,
 * its clause and the facts by digest, what was asked for and what was granted, what a cap, floor, veto or quota took, and
 * at which stage it was rounded.
 *
 * A certificate is a pure expansion: every number in it is one of the outcome or the difference of two. It names the
 * rulebook, the records and the table of the group by digest, so that it can be handed on without them; `Verifier` finds
 * it again from them. It is an outcome itself, with more said of each part, so that whatever reads outcomes reads it.
 *
 * @since 0.1.0
 */
export * as Certificate from "./Certificate.js"

/**
 * The verifier (复核): finds a certificate again from the rulebook and the records, slowly and obviously, and compares every
 * field, so that nobody has to trust whoever issued it.
 *
 * It knows nothing of faster ways to the same result. With the records of the whole group, or where no result depends on
 * others, it answers *verified*. With the group's table, or without it, it answers *verified given the table*, which it
 * names by its digest: everything that rests on the subject's own records was found again, and what others have was taken
 * from the table, or from what the certificate says of it.
 *
 * @since 0.1.0
 */
export * as Verifier from "./Verifier.js"

/**
 * Defects (条文缺陷) of a rule text: what is wrong with a rulebook, where, the evidence that shows it, and how it could be
 * mended.
 *
 * Every check answers of one place whether what it asks for is proven, refuted or undecided. A refuted check is a defect
 * and carries its evidence: a witness on which the interpreter shows it, a bound, or the place itself.
 *
 * @since 0.1.0
 */
export * as Defect from "./Defect.js"

/**
 * Extents (取值范围): what each node of a rulebook can come to, whatever the facts: its least and greatest number, the
 * lattice it lies on, how it can be absent and what conflicts it can raise.
 *
 * An extent is sound: no evaluation of somebody who is scored gives a known number outside it. It is exact where
 * `reached` says so. It is found from the declared domains alone, node by node, so that parts that read the same fact
 * are taken as if they did not.
 *
 * @since 0.1.0
 */
export * as Extent from "./Extent.js"

/**
 * The compiled plan (编译评价): a rulebook read once that rates many subjects fast, equal to the interpreter.
 *
 * Every node is worked out for all subjects at once, in whole machine numbers on a common denominator, so that nothing is
 * rounded. What is unusual about a subject (an interval, a conflict, a line that is not certain) is left to the
 * interpreter for that subject alone. A rating holds columns, not outcomes; an outcome with every node and line is made
 * when it is asked for.
 *
 * @since 0.1.0
 */
export * as Plan from "./Plan.js"

/**
 * Quotas (名额) looked back on: how a rating stands to the places that its rulebook gives, with everything that calls for a
 * decision of people.
 *
 * Quotas are applied, or only reported, by the interpreter; nobody is ever pushed up or down to fill one. Everything said
 * here is read from the rating.
 *
 * @since 0.1.0
 */
export * as Quotas from "./Quotas.js"

/**
 * The sentences of rankings, draws, polls, ballots and quotas (排名、抽签、测评、名额用语), in Chinese and English.
 *
 * @since 0.1.0
 */
export * as PeersTexts from "./PeersTexts.js"

/**
 * The sentences of everything that the linter finds (条文检查用语), in Chinese and English.
 *
 * @since 0.1.0
 */
export * as LintTexts from "./LintTexts.js"

/**
 * The linter (条文检查): reads a rule text as a whole and says where it leaves something open, contradicts itself or can
 * never apply, each with the evidence that shows it and a proposed repair where there is one.
 *
 * Every check answers for every place whether the text is sound there: proven, refuted by a defect, or undecided. What is
 * refuted by a witness the interpreter shows; what is proven holds for all facts on their lattices. Undecided means that
 * neither was found, and is said.
 *
 * @since 0.1.0
 */
export * as Lint from "./Lint.js"

/**
 * The sentences of everything that the rules raise, faults of a rulebook and conflicts of a result alike.
 *
 * @since 0.1.0
 */
export * as RulesTexts from "./RulesTexts.js"

/**
 * Explanations (说明): what an outcome says, in words, with the clause of each line. Everything shown is read from the
 * outcome and the rulebook; nothing is computed beside them but the sum of what is shown.
 *
 * @since 0.1.0
 */
export * as Explanation from "./Explanation.js"

/**
 * The proof table (核对表): a whole rulebook in Markdown, to be laid beside the printed text and ticked off line by line.
 *
 * Every item of the document stands in one row with its clause, and every number stands as it does in the document, so
 * that a slip of the hand shows. What a reader noted on an item stands in the last cell of its row.
 *
 * @since 0.1.0
 */
export * as ProofTable from "./ProofTable.js"

/**
 * Numerals (文中数字): the numbers that a text in words says, read back, and those that a result does not bear out.
 *
 * A text that was edited by hand, or that another system wrote, is checked against the certificate before it is posted.
 * What is checked is numbers, each by where it stands: the one behind 得分 or “Score” is the score, the one of 第…名 or
 * “place … of …” a place; any other is somewhere in the outcome, in the rulebook or among the days. Whether a number is
 * said of the right thing is not checked beyond that, nor are words: to know that a text says what the result says, tell
 * it from the result.
 *
 * @since 0.1.0
 */
export * as Numerals from "./Numerals.js"

/**
 * Narrowing (缩小范围): what a result that is still open rests on, and which of it, once known, would leave least open.
 *
 * @since 0.1.0
 */
export * as Narrowing from "./Narrowing.js"

/**
 * Impact (影响面): whose value, level, place or quota place moves when a rulebook or the records change, and which clause
 * did it.
 *
 * What moves is the difference of two evaluations. Which clause did it is found by the interpreter as well: taking back
 * exactly that clause undoes the move, or making it alone on the old text makes it.
 *
 * @since 0.1.0
 */
export * as Impact from "./Impact.js"

/**
 * Least change (达标方案): the smallest sets of attainable facts that bring one subject to a level or a score, or the reasons
 * why none does. Everybody else's facts stay as they are.
 *
 * @since 0.1.0
 */
export * as LeastChange from "./LeastChange.js"

/**
 * The sentences of least changes (达标方案用语): the faults of a question, plans and reasons, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as ChangeTexts from "./ChangeTexts.js"
