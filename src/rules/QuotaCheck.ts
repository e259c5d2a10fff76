/**
 * The check of quotas (名额检查): quotas that thresholds need not fill, that contradict one another or leave somebody over,
 * awards that may or may not take a place, and equals at a cut that nobody wrote a rule for.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import * as Rounding from "../foundation/Rounding.js"
import { boxesOf } from "./Box.js"
import type { Level, Quota } from "./Clause.js"
import * as Crowd from "./Crowd.js"
import type * as Defect from "./Defect.js"
import type { Peers, Ties } from "./Expression.js"
import * as Trial from "./Trial.js"
import type { Ground } from "./Unknowns.js"
import { seek } from "./WitnessSearch.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const { quotas } = from.book
  const all = [
    ...quotas.map((quota, index) => againstThreshold(from, quota, index)),
    ...quotas.map(alone),
    againstQuota(from),
    remainder(from),
    ...from.book.awards.map((_, index) => againstAward(from, index)),
    tiesOfQuotas(from),
    ...from.context.nodes.flatMap(({ e, path }) =>
      e.op === "peers" && e.fold === "rank" ? [tiesOfPlaces(from, e, path)] : [],
    ),
  ]
  return { answers: all.flatMap(({ answers }) => answers), defects: all.flatMap(({ defects }) => defects) }
}

const answered = (code: Defect.Code, at: Path, given: Defect.Answer["answer"]): Defect.Checked => ({
  answers: [Trial.answer(code, at, given)],
  defects: [],
})

const refuted = (defect: Defect.Defect): Defect.Checked => ({
  answers: [Trial.answer(defect.code, defect.at, "refuted")],
  defects: [defect],
})

const nothing: Defect.Checked = { answers: [], defects: [] }

/** The share of a quota; seats are none. */
const shareOf = ({ of }: Quota): Exact.Exact | undefined => ("share" in of ? Exact.parseUnsafe(of.share) : undefined)

const placesOf = ({ of }: Quota, size: number): Exact.Exact =>
  "seats" in of
    ? Exact.integerUnsafe(of.seats)
    : Rounding.whole(Exact.multiply(Exact.parseUnsafe(of.share), Exact.integerUnsafe(size)), of.round)

/** Larger groups than this are not made up. */
const MOST = 40

/** Whether people decide the level itself, so that who decides can keep to the quota. */
const isDecided = ({ book, context }: Ground): boolean => {
  const { total } = book
  const node = total.op === "ref" ? (context.reading.node(total.to) ?? total) : total
  return node.op === "fact" && node.decidedBy !== undefined
}

const againstThreshold = (from: Ground, quota: Quota, index: number): Defect.Checked => {
  const code = "lint.quotaAgainstThreshold"
  const at: Path = ["quotas", index]
  const isBanded = from.book.levels.some(({ id, on }) => quota.levels.includes(id) && on !== null)
  if (quota.sense === "most" || isDecided(from) || !isBanded) return answered(code, at, "proven")
  const isCeiling = quota.sense === "noMore"
  const stands = from.book.levels.filter(({ id }) => quota.levels.includes(id) === isCeiling)
  for (const level of stands) {
    const one = standing(from, level, quota)
    if (one === undefined) continue
    for (const size of sizes(quota)) {
      const input = Crowd.repeated(one, size)
      const witness: Defect.Witness = { is: "witness", input, subject: Crowd.nameOf(0), shows: { quota: quota.id } }
      if (Trial.shows(from.book, witness)) return refuted(threshold(from, quota, at, level, size, witness))
    }
  }
  return answered(code, at, "undecided")
}

/** Groups in which a quota asks for something: of ten, and as large as it takes for a place. */
const sizes = (quota: Quota): ReadonlyArray<number> => {
  const share = shareOf(quota)
  const slack = Exact.parseUnsafe(quota.slack ?? "0")
  const least =
    share === undefined || Exact.sign(share) === 0 ? Exact.one : Exact.divideUnsafe(Exact.add(slack, Exact.one), share)
  const needed = Number(Exact.text(Rounding.whole(least, "ceiling")))
  return [...new Set([10, Math.min(MOST, Math.max(1, needed)), MOST])]
}

/** Somebody who stands at a level by score. */
const standing = (from: Ground, level: Level, { among }: Pick<Quota, "among">): Defect.Witness["input"] | undefined => {
  if (level.on === null) return undefined
  const all = {
    test: "all" as const,
    of: [...(level.and === undefined ? [] : [level.and]), ...(among === undefined ? [] : [among])],
  }
  const found = seek(from, {
    wants: [{ of: "score", on: level.on }],
    boxes: boxesOf(all, from.context.reading),
    shows: { level: level.id },
    on: { ...from.book, quotas: [] },
  })
  return found.is === "found" ? found.witness.input : undefined
}

const threshold = (
  from: Ground,
  quota: Quota,
  at: Path,
  level: Level,
  size: number,
  witness: Defect.Witness,
): Defect.Defect =>
  Trial.defect(from.book, "should", {
    code: "lint.quotaAgainstThreshold",
    at,
    params: { where: quota.id, size, level: level.id, places: Exact.text(placesOf(quota, size)) },
    cite: quota.cite,
    evidence: witness,
    repair: {
      text: {
        zh: "写明分数线与比例不一致时以哪一个为准",
        en: "say which of the two decides where the thresholds and the share disagree",
      },
    },
  })

/** In a group of one a share may be out of reach; that is told as undecided, and is no defect of the text. */
const alone = (quota: Quota, index: number): Defect.Checked => {
  const at: Path = ["quotas", index, "of"]
  const share = shareOf(quota)
  if (share === undefined || quota.sense !== "about") return answered("lint.quotaAgainstQuota", at, "proven")
  const slack = Exact.parseUnsafe(quota.slack ?? "0")
  const isMet = [Exact.zero, Exact.one].some((held) => {
    const off = Exact.subtract(held, share)
    return Exact.compare(Exact.sign(off) < 0 ? Exact.negate(off) : off, slack) <= 0
  })
  return answered("lint.quotaAgainstQuota", at, isMet ? "proven" : "undecided")
}

interface Placed {
  readonly quota: Quota
  readonly index: number
  readonly share: Exact.Exact
}

/** Quotas by share within the same groups of the same people. */
const kin = ({ book }: Ground): ReadonlyArray<ReadonlyArray<Placed>> => {
  const groups = new Map<string, Array<Placed>>()
  for (const [index, quota] of book.quotas.entries()) {
    const share = shareOf(quota)
    if (share === undefined) continue
    const key = JSON.stringify([quota.group, quota.among ?? null])
    groups.set(key, [...(groups.get(key) ?? []), { quota, index, share }])
  }
  return [...groups.values()]
}

const isCeiling = ({ quota }: Placed): boolean => quota.sense === "most" || quota.sense === "noMore"
const isFloor = ({ quota }: Placed): boolean => quota.sense === "least" || quota.sense === "about"

const againstQuota = (from: Ground): Defect.Checked => {
  const code = "lint.quotaAgainstQuota"
  const defects = kin(from).flatMap((all) => [...contraries(from, all), ...excess(from, all), ...shortage(from, all)])
  return defects.length > 0
    ? { answers: defects.map(({ at }) => Trial.answer(code, at, "refuted")), defects }
    : answered(code, ["quotas"], "proven")
}

/** More is asked for than the same level may hold. */
const contraries = (from: Ground, all: ReadonlyArray<Placed>): ReadonlyArray<Defect.Defect> =>
  all.filter(isFloor).flatMap((floor) =>
    all
      .filter((one) => isCeiling(one) && floor.quota.levels.every((level) => one.quota.levels.includes(level)))
      .filter((one) => Exact.compare(floor.share, one.share) > 0)
      .map((roof) => contrary(from, [floor, roof], floor.share, roof.share)),
  )

/** Levels apart that together are asked to hold more than all. */
const excess = (from: Ground, all: ReadonlyArray<Placed>): ReadonlyArray<Defect.Defect> => {
  const floors = all.filter(isFloor)
  const whole = Exact.sum(floors.map(({ share }) => share))
  return areApart(floors) && Exact.compare(whole, Exact.one) > 0 ? [contrary(from, floors, whole, Exact.one)] : []
}

/** All levels together may not hold everybody. */
const shortage = (from: Ground, all: ReadonlyArray<Placed>): ReadonlyArray<Defect.Defect> => {
  const roofs = all.filter((one) => isCeiling(one) || one.quota.sense === "about")
  const held = new Set(roofs.flatMap(({ quota }) => quota.levels))
  const whole = Exact.sum(roofs.map(({ share }) => share))
  const isAll = from.book.levels.every(({ id }) => held.has(id))
  return isAll && areApart(roofs) && Exact.compare(whole, Exact.one) < 0
    ? [contrary(from, roofs, whole, Exact.one)]
    : []
}

const areApart = (all: ReadonlyArray<Placed>): boolean => {
  const levels = all.flatMap(({ quota }) => quota.levels)
  return all.length > 0 && new Set(levels).size === levels.length
}

const contrary = (from: Ground, all: ReadonlyArray<Placed>, found: Exact.Exact, asked: Exact.Exact): Defect.Defect =>
  Trial.defect(from.book, "must", {
    code: "lint.quotaAgainstQuota",
    at: ["quotas", all[0]?.index ?? 0],
    params: { where: all.map(({ quota }) => quota.id).join("、") },
    cite: all[0]?.quota.cite,
    evidence: { is: "bound", found: Exact.text(found), asked: Exact.text(asked) },
    repair: {
      text: { zh: "核对各比例，使其可以同时做到", en: "check the shares so that they can be kept together" },
    },
  })

/** Every level but the last is limited, and the shares leave some for the last. */
const remainder = (from: Ground): Defect.Checked => {
  const code = "lint.quotaRemainder"
  const limited = from.book.levels.slice(0, -1)
  for (const all of kin(from)) {
    const most = all.filter(({ quota }) => quota.sense === "most")
    const own = limited.map(({ id }) => most.find(({ quota }) => quota.levels.includes(id)))
    const held = own.flatMap((one) => (one === undefined ? [] : [one]))
    const whole = Exact.sum(held.map(({ share }) => share))
    if (limited.length === 0 || held.length < limited.length || Exact.compare(whole, Exact.one) >= 0) continue
    const last = from.book.levels.at(-1)
    return refuted(
      Trial.defect(from.book, "should", {
        code,
        at: ["quotas", held[0]?.index ?? 0],
        params: {
          where: held.map(({ quota }) => quota.id).join("、"),
          found: Exact.text(Exact.subtract(Exact.one, whole)),
          level: last?.id ?? "",
        },
        cite: held[0]?.quota.cite,
        evidence: { is: "bound", found: Exact.text(whole), asked: "1" },
        repair: {
          text: {
            zh: `写明名额以外的一律定为“${last?.label.zh ?? ""}”，或使各比例相加等于1`,
            en: `say that those beyond the quotas all get "${last?.label.en ?? last?.label.zh ?? ""}", or let the shares come to one`,
          },
        },
      }),
    )
  }
  return from.book.quotas.length === 0 ? nothing : answered(code, ["quotas"], "proven")
}

const againstAward = (from: Ground, index: number): Defect.Checked => {
  const code = "lint.awardAgainstQuota"
  const award = from.book.awards[index]
  const at: Path = ["awards", index]
  if (award === undefined) return nothing
  const rank = (id: string) => from.book.levels.findIndex((level) => level.id === id)
  const touched = from.book.quotas.flatMap(({ sense, levels }, place) =>
    sense === "most" && levels.some((id) => rank(id) >= rank(award.atLeast)) ? [place] : [],
  )
  if (award.overQuota !== undefined || touched.length === 0) return answered(code, at, "proven")
  return refuted(
    Trial.defect(from.book, "should", {
      code,
      at,
      params: { where: award.id },
      cite: award.cite,
      evidence: Trial.places(at, ...touched.map((place) => ["quotas", place])),
      repair: {
        text: {
          zh: "写明直接晋级是否占名额；如不占，照此改",
          en: "say whether the award takes a place of the quota; if it takes none, put it so",
        },
        patch: [{ path: [...at, "overQuota"], value: true }],
      },
    }),
  )
}

/** Equals share, because nobody wrote what else. */
const isUnsaid = ({ keys, last, cite }: Ties): boolean => keys.length === 0 && last === "share" && cite === undefined

const tieRule = (path: Path): Defect.Repair => ({
  text: {
    zh: "写明同分怎样取舍，如由会议研究确定",
    en: "say how equals are settled, for example that a meeting decides",
  },
  patch: [{ path: [...path, "last"], value: "meeting" }],
})

const tiesOfQuotas = (from: Ground): Defect.Checked => {
  const code = "lint.tiesUnsaid"
  const at: Path = ["ties"]
  const losing = from.book.quotas.filter(({ sense }) => sense === "most")
  if (losing.length === 0) return nothing
  if (!isUnsaid(from.book.ties)) return answered(code, at, "proven")
  const quotas = from.book.quotas.flatMap(({ sense }, index) => (sense === "most" ? [["quotas", index]] : []))
  return refuted(
    Trial.defect(from.book, "should", {
      code,
      at,
      params: { where: losing.map(({ id }) => id).join("、") },
      cite: losing[0]?.cite,
      evidence: equals(from, losing) ?? Trial.places(at, ...quotas),
      repair: tieRule(at),
    }),
  )
}

/** So many equals that the places of a quota do not go round: none of them holds the level that all have reached. */
const equals = (from: Ground, quotas: ReadonlyArray<Quota>): Defect.Witness | undefined => {
  for (const quota of quotas) {
    const index = from.book.levels.findIndex(({ id }) => quota.levels.includes(id))
    const [level, next] = [from.book.levels[index], from.book.levels[index + 1]]
    const one = level === undefined ? undefined : standing(from, level, quota)
    if (one === undefined || next === undefined) continue
    for (let size = 2; size <= MOST; size++) {
      const places = placesOf(quota, size)
      if (Exact.sign(places) <= 0 || Exact.compare(places, Exact.integerUnsafe(size)) >= 0) continue
      const witness: Defect.Witness = {
        is: "witness",
        input: Crowd.repeated(one, size),
        subject: Crowd.nameOf(0),
        shows: { level: next.id },
      }
      return Trial.shows(from.book, witness) ? witness : undefined
    }
  }
  return undefined
}

/** Places that points or conditions hang on; a ranking that is only published may share them. */
const tiesOfPlaces = (from: Ground, e: Peers, path: Path): Defect.Checked => {
  const code = "lint.tiesUnsaid"
  if (!isUnsaid(e.ties)) return answered(code, [...path, "ties"], "proven")
  return refuted(
    Trial.defect(from.book, "should", {
      code,
      at: [...path, "ties"],
      params: { where: e.label?.zh ?? e.id ?? pointer(path) },
      cite: e.cite,
      evidence: Trial.places([...path, "ties"]),
      repair: tieRule([...path, "ties"]),
    }),
  )
}
