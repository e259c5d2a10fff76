/**
 * The modules of `dangjian/rules`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Span}: Spans of numbers (分数段) with their ends said outright: the words 以上, 以下, 不足 never decide, the fields do.
 * - {@link Expression}: Expressions and conditions (计分式与条件): the closed tree that a rulebook's score is made of.
 * - {@link Clause}: Clauses (条款) of the verdict: what turns a total into a level.
 * - {@link Fact}: Facts (事实): what happened, as registers hold it, and all that a rulebook is evaluated on.
 * - {@link Rulebook}: The rulebook (积分、评星、考核办法): a published rule text as dated, cited data.
 * - {@link Scoring}: Scoring kinds (计分方式): constructors that carry the words of the field and emit the small closed tree.
 * - {@link Veto}: Vetoes (一票否决), told apart by what they do: set the score to nought, take off points, give the lowest level, hold below a level, bar from the top.
 * - {@link Builder}: The builder (编制): a rulebook from what its text says, with everything it does not say left empty.
 * - {@link Outcome}: Outcomes (评价结果): what an evaluation says of one subject, with a value for every node it passed, every line, and every stage of the verdict.
 * - {@link Interpreter}: The interpreter (评价): a rulebook applied to facts, slow and obvious.
 * - {@link Defect}: Defects (条文缺陷) of a rule text: what is wrong with a rulebook, where, the evidence that shows it, and how it could be mended.
 * - {@link RulesTexts}: The sentences of everything that the rules raise, faults of a rulebook and conflicts of a result alike.
 * - {@link Explanation}: Explanations (说明): what an outcome says, in words, with the clause of each line.
 * - {@link Probe}: The probe (试算查漏): runs the interpreter at the edges of a rulebook's own tables and reports what it meets there: values on no row or on several, lines that contradict one another.
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
 * The probe (试算查漏): runs the interpreter at the edges of a rulebook's own tables and reports what it meets there:
 * values on no row or on several, lines that contradict one another. Every finding carries the witness that shows it.
 *
 * The probe tries edges and their neighbours on the declared lattice, so what it reports is there; that it reports
 * nothing proves nothing about the places it did not try.
 *
 * @since 0.1.0
 */
export * as Probe from "./Probe.js"
