/**
 * The modules of `dangjian/orders`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link OrderTerm}: The words of service orders (工单用语): what can be done with one, how one and its dispatches can end, and the fields that every locality fills alike.
 * - {@link OrderKind}: Kinds of orders (单类) as an open set of data: what people ask for, in which unit its cases are counted, and at which level it is served.
 * - {@link OrderScheme}: Schemes of service orders (工单办法): how a locality runs its orders, as data.
 * - {@link ServiceOrder}: Service orders (工单、五单): one request with all its dispatches, from the request to its one end, as a decider over a scheme.
 * - {@link OrdersTexts}: The sentences of every fault and finding that service orders raise, in Chinese and English.
 *
 * @module orders
 * @since 0.1.0
 */

/**
 * The words of service orders (工单用语): what can be done with one, how one and its dispatches can end, and the fields that
 * every locality fills alike. Stages and their names differ from place to place; these do not, so that what places
 * count can be compared and what is protected is protected everywhere.
 *
 * @since 0.1.0
 */
export * as OrderTerm from "./OrderTerm.js"

/**
 * Kinds of orders (单类) as an open set of data: what people ask for, in which unit its cases are counted, and at which level
 * it is served. Errands on behalf (代办), convenience service of three levels (三级便民服务), mediation of disputes (矛盾调解, in
 * 起) and opinions (意见建议, in 条) are kinds beside the plain request (件).
 *
 * @since 0.1.0
 */
export * as OrderKind from "./OrderKind.js"

/**
 * Schemes of service orders (工单办法): how a locality runs its orders, as data. Two workflows make a scheme: the way of the order
 * from the request to the rating, and the way of each dispatch under it, from the dispatch to the acceptance of its result.
 *
 * **Details**
 *
 * One request may be dispatched several times, and each dispatch goes its own way; so they are matters of their own
 * (件 and 件次). They meet in the moves that stand in both workflows: such a move is taken in both at once or in neither. A
 * dispatch is opened by one, and what the order counts or waits for, such as returns, is one too.
 *
 * Names and order of stages, who acts, limits, numbers of returns and attempts are the locality's. What no locality can set
 * aside is held by {@link check} here, and while an order runs by `ServiceOrder`.
 *
 * @since 0.1.0
 */
export * as OrderScheme from "./OrderScheme.js"

/**
 * Service orders (工单、五单): one request with all its dispatches, from the request to its one end, as a decider over a scheme.
 *
 * **Details**
 *
 * An order is made of its own way and of the way of each dispatch; a move that stands in both is taken in both or in
 * neither. Events are harmless in any order: what comes twice, late, or does not lead from where the order stands is put
 * aside, kept, and changes nothing else.
 *
 * What no locality can set aside is held here: whoever did the work cannot rate it, accept it, close it or judge it in
 * any other way; nothing is published, rated or closed as done before a result of the present attempt was accepted; a dispatch
 * rests while its order does not go on.
 *
 * @since 0.1.0
 */
export * as ServiceOrder from "./ServiceOrder.js"

/**
 * The sentences of every fault and finding that service orders raise, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as OrdersTexts from "./OrdersTexts.js"
