/** Made-up polls for tests: a scheme with whatever differs from the plainest one, and slips by what is marked. */
import type { Poll, RaterGroup, Scheme, Slip } from "../../src/rules/Poll.js"

export const grades = (shares: Readonly<Record<string, string>>): Scheme["grades"] =>
  Object.entries(shares).map(([id, share]) => ({ id, label: { zh: id }, share }))

export const group = (id: string, weight = "1", on?: ReadonlyArray<string>): RaterGroup => ({
  id,
  label: { zh: id },
  weight,
  ...(on === undefined ? {} : { on }),
})

/** 好×1、一般×0.8、差×0.6 of the valid votes, one group, blank for an abstention: [W10], the rest made up. */
export const scheme = (more: Partial<Scheme> = {}): Scheme => ({
  id: "评议",
  title: { zh: "民主评议" },
  full: "100",
  grades: grades({ 好: "1", 一般: "0.8", 差: "0.6" }),
  groups: [group("党员")],
  spoils: "vote",
  self: "allowed",
  base: "valid",
  emptyGroup: "apart",
  limits: [],
  bands: [],
  ...more,
})

export type Marks = Readonly<Record<string, string | ReadonlyArray<string>>>

export const slip = (id: string, marks: Marks, more: Partial<Slip> = {}): Slip => ({
  id,
  group: "党员",
  marks: Object.entries(marks).map(([subject, given]) => ({
    subject,
    grades: typeof given === "string" ? [given] : given,
  })),
  ...more,
})

/** So many slips with the same marks. */
export const slips = (count: number, name: string, marks: Marks, more: Partial<Slip> = {}): Array<Slip> =>
  Array.from({ length: count }, (_, index) => slip(`${name}${index + 1}`, marks, more))

export const poll = (more: Partial<Poll>): Poll => {
  const handed = more.slips ?? []
  const rules = more.scheme ?? scheme()
  return {
    format: 1,
    id: "2023年度",
    scheme: rules,
    subjects: ["甲"],
    due: rules.groups.map(({ id }) => ({ group: id, slips: handed.filter((one) => one.group === id).length })),
    slips: [],
    ...more,
  }
}
