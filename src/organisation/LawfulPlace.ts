/**
 * Places (隶属关系核对): whether everything stands under a kind that it may stand under, by rules that are data.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import * as Finding from "../foundation/Finding.js"
import type * as Forest from "./Forest.js"
import type { Edge } from "./OrganisationKind.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/** What a place is found to be: under a kind it may not stand under, at the top where it may not, or subject to approval. */
type Found = "unlawful" | "rootless" | "unapproved"

// ---------------------------------------------------------------- decisions

/**
 * A finding for everything that stands where no edge in force lets it stand, and for every place that an edge lets it
 * have by approval only. A kind that no edge speaks of may stand anywhere; of what was cut from its parent the fault of
 * its row says enough. @internal
 */
export const findings = <N extends { readonly id: string; readonly kind: string }, Code extends string>(
  forest: Forest.Forest<N>,
  edges: ReadonlyArray<Edge>,
  on: CivilDate.CivilDate,
  codes: Readonly<Record<Found, Code>>,
  approvals: Finding.Approvals,
): ReadonlyArray<Finding.Finding<Code>> => {
  const lawful = new Map<string, Map<string, Edge>>()
  for (const edge of Provision.inForce(edges, on)) {
    const own = lawful.get(edge.child) ?? new Map<string, Edge>()
    const key = edge.parent ?? ""
    if (own.get(key)?.approvedBy !== undefined || !own.has(key)) own.set(key, edge)
    lawful.set(edge.child, own)
  }
  const cover = Finding.covering(approvals)
  return forest.nodes.flatMap((node, place) => {
    const own = lawful.get(node.kind)
    if (own === undefined) return []
    if (forest.cut.has(node.id)) return []
    const parent = forest.nodes[forest.above[place] as number]
    const edge = own.get(parent?.kind ?? "")
    if (edge === undefined) return unlawful(node, parent, [...own.values()], codes)
    if (edge.approvedBy === undefined) return []
    const params = { kind: node.kind, parent: parent?.kind ?? "", by: edge.approvedBy }
    const found = { code: codes.unapproved, subject: node.id, params }
    const finding = Provision.deviation({ ...edge, strength: "must" }, found, cover)
    return finding === undefined ? [] : [finding]
  })
}

const unlawful = <N extends { readonly id: string; readonly kind: string }, Code extends string>(
  { id, kind }: N,
  parent: N | undefined,
  edges: ReadonlyArray<Edge>,
  codes: Readonly<Record<Found, Code>>,
): ReadonlyArray<Finding.Finding<Code>> => {
  const places = edges.flatMap((edge) => edge.parent ?? []).sort()
  const params = { kind, ...(parent === undefined ? {} : { parent: parent.kind }), lawful: places.join("、") }
  const code = parent === undefined ? codes.rootless : codes.unlawful
  const finding = Finding.of("must", {
    code,
    subject: id,
    params,
    ...(edges[0] === undefined ? {} : { cite: edges[0].cite }),
  })
  return finding === undefined ? [] : [finding]
}
