/**
 * Administrative units (单位): villages, communities, enterprises, organs, schools: what Party organisations are set up in.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- models

/**
 * A unit: an opaque id, its kind (村, 社区, 机关, 学校, 非公有制企业, 社会组织: an open set), its sector (领域, by which rules set
 * their thresholds), its name, the unit it lies in, whether it is operating (实际运营: shell, dormant and twice registered
 * firms are not), its code where it has one, and counts a text asks for (staff 从业人员, households 户).
 *
 * @category models
 * @since 0.1.0
 */
export interface AdministrativeUnit {
  readonly id: string
  readonly kind: string
  readonly sector: string
  readonly name: string
  readonly within?: string
  readonly operating: boolean
  readonly code?: string
  readonly staff?: number
  readonly households?: number
}
