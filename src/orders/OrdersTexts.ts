/**
 * The sentences of every fault and finding that service orders raise, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import type { OrderSchemeFault } from "./OrderScheme.js"
import { deeds } from "./OrderTerm.js"
import type { ServiceOrderFault } from "./ServiceOrder.js"

// ---------------------------------------------------------------- constructors

type Code =
  | Extract<OrderSchemeFault["code"], `orderScheme.${string}`>
  | Extract<ServiceOrderFault["code"], `serviceOrder.${string}`>

// ---------------------------------------------------------------- instances

/**
 * The sentences by code.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
  // OrderScheme
  "orderScheme.inHand": {
    zh: "“{stage}”不是工单流程中待办的环节，不能作为派单进行的环节",
    en: '"{stage}" is no open stage of the order, and no dispatch goes on in it',
  },
  "orderScheme.noSuchMove": { zh: "没有“{move}”这一步", en: 'there is no move "{move}"' },
  "orderScheme.wrongWorkflow": {
    zh: "“{move}”的含义（{deed}）属于另一个流程",
    en: 'what "{move}" does ({deed}) belongs to the other workflow',
    words: { deed: deeds },
  },
  "orderScheme.noDeed": { zh: "没有“{deed}”这一步", en: "no move does this: {deed}", words: { deed: deeds } },
  "orderScheme.opening": {
    zh: "“{move}”是否开单与其含义不符：开单的只能是点单和派单",
    en: '"{move}" opens a matter and is no request or dispatch, or the other way round',
  },
  "orderScheme.opensAlone": {
    zh: "派单“{move}”在工单流程中没有对应的一步",
    en: 'the workflow of the order has no move "{move}" to go with the dispatch',
  },
  "orderScheme.endsBy": {
    zh: "“{move}”不能使工单以“{outcome}”终结",
    en: '"{move}" cannot end an order as "{outcome}"',
  },
  "orderScheme.outcome": {
    zh: "终结环节“{stage}”没有规定的办理结果（{outcome}）",
    en: 'the end "{stage}" has no typed outcome ({outcome})',
  },
  "orderScheme.field": {
    zh: "统一填写项“{field}”应为{should}，不是{of}",
    en: 'the standard field "{field}" holds {should}, not {of}',
  },
  "orderScheme.sensitivity": {
    zh: "统一填写项“{field}”的敏感程度不得低于{should}（现为{sensitivity}）",
    en: 'the standard field "{field}" is at least {should}, not {sensitivity}',
  },
  "orderScheme.needs": { zh: "“{move}”必须填写“{field}”", en: '"{move}" must ask for "{field}"' },
  "orderScheme.rater": {
    zh: "“{move}”是评单，只能由点单人或被代办人作出",
    en: '"{move}" rates, which only whoever asked or is acted for does',
  },
  "orderScheme.grade": {
    zh: "评价等次“{choice}”没有对应的统一等次，或不是选项",
    en: 'the grade "{choice}" stands for no level, or is no choice',
  },
  "orderScheme.kind": {
    zh: "单类“{kind}”与填写项的选项不一致",
    en: 'the kind "{kind}" and the choices of the field do not agree',
  },
  "orderScheme.kindTwice": { zh: "单类“{kind}”重复出现", en: 'the kind "{kind}" stands twice' },
  "orderScheme.due": { zh: "工单流程中没有时限“{limit}”", en: 'the order has no limit "{limit}"' },
  // ServiceOrder
  "serviceOrder.otherOrder": {
    zh: "这一步属于工单“{order}”，不是“{expected}”",
    en: 'this is of the order "{order}", not of "{expected}"',
  },
  "serviceOrder.needsDispatch": { zh: "“{move}”应写明是哪一次派单", en: '"{move}" must say of which dispatch it is' },
  "serviceOrder.noDispatch": { zh: "没有派单“{dispatch}”", en: 'there is no dispatch "{dispatch}"' },
  "serviceOrder.dispatchTwice": { zh: "派单编号“{dispatch}”已用过", en: 'the dispatch "{dispatch}" is there already' },
  "serviceOrder.ofOrder": {
    zh: "“{move}”是整张工单的一步，不属于派单“{dispatch}”",
    en: '"{move}" is of the order as a whole, not of the dispatch "{dispatch}"',
  },
  "serviceOrder.resting": {
    zh: "工单在“{stage}”环节，派单不能进行“{move}”",
    en: 'the order is at "{stage}", where its dispatches rest: no "{move}"',
  },
  "serviceOrder.ownWork": {
    zh: "承办人不得对自己办理的派单“{dispatch}”作“{deed}”",
    en: 'whoever did the work of the dispatch "{dispatch}" cannot do this: {deed}',
    words: { deed: deeds },
  },
  "serviceOrder.unnamed": {
    zh: "一方记名一方未记名，无法确认不是承办人本人作“{deed}”",
    en: "one is named and the other is not, so that nobody can tell whether the doer does this: {deed}",
    words: { deed: deeds },
  },
  "serviceOrder.noResult": {
    zh: "本次办理还没有验收的结果，不能“{deed}”",
    en: "no result of this attempt has been accepted, so this is not possible: {deed}",
    words: { deed: deeds },
  },
  "serviceOrder.dispatchOpen": {
    zh: "还有{open}次派单没有了结",
    en: "dispatches that have not ended: {open}",
  },
}
