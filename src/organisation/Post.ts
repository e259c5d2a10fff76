/**
 * Posts (职务) apart from persons, and the appointments (任职) that join them for a time: a post may be vacant, held by one
 * who acts, or held beside another.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"

// ---------------------------------------------------------------- models

/**
 * A post: an opaque id, its kind (书记, 副书记, 组织委员, 第一书记, 村民委员会主任, 网格长: an open set) and the body it belongs to: a
 * Party organisation, a unit or a grid.
 *
 * @category models
 * @since 0.1.0
 */
export interface Post {
  readonly id: string
  readonly kind: string
  readonly body: string
}

/**
 * An appointment: who holds which post from a day on and, where it has ended, up to but without another; and how:
 * elected, appointed (委派), designated by the superior (指定), dispatched (选派), or acting (代理, 主持工作).
 *
 * @category models
 * @since 0.1.0
 */
export interface Appointment {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly manner: "elected" | "appointed" | "designated" | "dispatched" | "acting"
}
