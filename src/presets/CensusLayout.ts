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
import type { Citation } from "../foundation/Citation.js"
import type { Class, Division, Section } from "../organisation/Census.js"
import type { Offices } from "../organisation/CensusSource.js"
import { means } from "./CoverageRules.js"
import { kinds } from "./PostRules.js"

// ---------------------------------------------------------------- instances

/**
 * What the layout is taken from: the table for its part on units, the bulletin for kinds of organisations and for women.
 *
 * @category instances
 * @since 0.1.0
 */
export const cites: Readonly<Record<"units" | "bulletin", Citation>> = {
  units: { title: "党内统计年报表式", standing: "transcription", note: "公开文件中的抄本，只取单位建立党组织情况部分" },
  bulletin: { issuer: "中共中央组织部", title: "中国共产党党内统计公报", date: "2024", standing: "transcription" },
}

const one = (id: string, zh: string, en: string, of: ReadonlyArray<string> = [id]): Class => ({
  id,
  label: { zh, en },
  of,
})

const flag = (id: string, field: string, zh: string, en: string): Division => ({
  id,
  label: { zh, en },
  field,
  classes: [one("yes", "有", "yes"), one("no", "没有", "no")],
})

const sex: Division = {
  id: "sex",
  label: { zh: "性别", en: "sex" },
  field: "sex",
  classes: [/* @__PURE__ */ one("women", "女", "women", ["female"]), /* @__PURE__ */ one("men", "男", "men", ["male"])],
}

const ofPersons = (id: string, zh: string, en: string): Section => ({
  id,
  label: { zh, en },
  unit: "person",
  divisions: [sex],
})

/**
 * The part on units: with their own committee, general branch or branch, under a joint branch, or with none, and then
 * that should have one, with single members, without members; of which with a Party group and with an instructor.
 *
 * @category instances
 * @since 0.1.0
 */
export const units: Section = {
  id: "units",
  label: { zh: "单位建立党组织情况", en: "units and their organisations" },
  unit: "firm",
  divisions: [
    {
      id: "organised",
      label: { zh: "建立党组织情况", en: "how organised" },
      field: "organised",
      classes: [
        /* @__PURE__ */ one("own", "单独建立", "an organisation of their own"),
        /* @__PURE__ */ one("joint", "联合建立", "a joint organisation"),
        /* @__PURE__ */ one("none", "未建立", "none"),
      ],
    },
    {
      id: "class",
      label: { zh: "党组织类别和未建情况", en: "kind of organisation, or why there is none" },
      field: "class",
      classes: [
        /* @__PURE__ */ one("committee", "党委", "committee"),
        /* @__PURE__ */ one("generalBranch", "党总支", "general branch"),
        /* @__PURE__ */ one("branch", "党支部", "branch"),
        /* @__PURE__ */ one("joint", "联合党支部", "joint branch"),
        /* @__PURE__ */ one("shouldBuild", "应建未建", "should have one"),
        /* @__PURE__ */ one("individuals", "只有个别党员", "single members only"),
        /* @__PURE__ */ one("noMembers", "没有党员", "no members"),
      ],
    },
    /* @__PURE__ */ flag("group", "group", "其中：有党小组", "of which with a Party group"),
    /* @__PURE__ */ flag("instructor", "means.instructor", "其中：有党建指导员", "of which with an instructor"),
  ],
}

/**
 * The part on organisations: committees, general branches and branches, joint and other branches among them. Bodies that
 * are no primary organisations stand as others.
 *
 * @category instances
 * @since 0.1.0
 */
export const organisations: Section = {
  id: "organisations",
  label: { zh: "基层党组织", en: "primary organisations" },
  unit: "organisation",
  divisions: [
    {
      id: "kind",
      label: { zh: "类别", en: "kind" },
      field: "kind",
      classes: [
        /* @__PURE__ */ one("committees", "基层党委", "committees", ["primaryCommittee", "townshipCommittee"]),
        /* @__PURE__ */ one("generalBranches", "总支部", "general branches", ["generalBranch"]),
        /* @__PURE__ */ one("branches", "支部", "branches", [
          "branch",
          "jointBranch",
          "mobileMemberBranch",
          "projectBranch",
          "temporaryBranch",
        ]),
      ],
    },
  ],
}

/**
 * The layout as far as it is known. Sex is asked of committee members and secretaries too, which the sources do not show.
 *
 * @category instances
 * @since 0.1.0
 */
export const layout: ReadonlyArray<Section> = [
  /* @__PURE__ */ ofPersons("members", "党员", "members"),
  organisations,
  units,
  /* @__PURE__ */ ofPersons("committeeMembers", "班子成员", "committee members"),
  /* @__PURE__ */ ofPersons("secretaries", "党组织书记", "secretaries"),
  /* @__PURE__ */ ofPersons("actingSecretaries", "主持工作的负责人", "acting secretaries"),
]

const seatsOf = (body: string): ReadonlyArray<string> =>
  kinds.filter(({ of, committee }) => of === body && committee).map(({ id }) => id)

const idsOf = (rules: typeof means): ReadonlyArray<string> => rules.map((rule) => rule.means)

/**
 * Who is a secretary and who a committee member by the kinds of posts of this library, acting ones apart, and the means of work.
 *
 * @category instances
 * @since 0.1.0
 */
export const offices: Offices = {
  secretaries: ["secretary"],
  committee: /* @__PURE__ */ seatsOf("party"),
  acting: "apart",
  means: /* @__PURE__ */ idsOf(means),
}
