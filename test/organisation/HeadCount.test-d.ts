import * as HeadCount from "../../src/organisation/HeadCount.js"

const { full, all } = HeadCount.ofUnsafe({ full: 3, probationary: 2 })

export const kept: HeadCount.FullMembers = full
export const keptToo: HeadCount.AllMembers = all
export const asNumber: number = full
export const both: HeadCount.HeadCount = { full, all }

// @ts-expect-error full members do not pass for all members
export const fullAsAll: HeadCount.AllMembers = full
// @ts-expect-error nor all members for full members
export const allAsFull: HeadCount.FullMembers = all
// @ts-expect-error nor do the two change places
export const swapped: HeadCount.HeadCount = { full: all, all: full }
// @ts-expect-error a plain number is no count of full members
export const plainFull: HeadCount.FullMembers = 3
// @ts-expect-error nor of all members
export const plainAll: HeadCount.AllMembers = 3
// @ts-expect-error a sum of the two is no count of either
export const added: HeadCount.AllMembers = full + all
// @ts-expect-error what is wrong is not a count
export const unchecked: HeadCount.FullMembers = HeadCount.full(3)
