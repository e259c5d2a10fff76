/**
 * The sentences of rankings, draws, polls, ballots and quotas (排名、抽签、测评、名额用语), in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import type { Code as BallotCode, BallotFault } from "./Ballot.js"
import type { DrawFault } from "./Draw.js"
import type { PollFault } from "./Poll.js"
import type { Code as QuotaCode } from "./Quotas.js"
import type { RankingFault } from "./Ranking.js"

// ---------------------------------------------------------------- models

/**
 * The codes with a sentence here.
 *
 * @category models
 * @since 0.1.0
 */
export type PeersCode =
  | Exclude<RankingFault["code"] | DrawFault["code"], `canonical.${string}`>
  | PollFault["code"]
  | BallotFault["code"]
  | BallotCode
  | QuotaCode

// ---------------------------------------------------------------- instances

/**
 * Code → sentence. `{name}` stands for a parameter.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<PeersCode> = {
  "ranking.twice": { zh: "“{id}”列了两次", en: '"{id}" stands twice' },
  "ranking.keys": {
    zh: "“{id}”的并列比较项应有{due}项，有{found}项",
    en: '"{id}" has {found} tie keys where {due} are due',
  },
  "draw.seedTooShort": {
    zh: "种子只有{characters}个字，少于{least}个，从公布的摘要可以猜出",
    en: "the seed has {characters} characters, fewer than {least}: it could be guessed from its digest",
  },
  "draw.seedMismatch": { zh: "种子与事先公布的摘要不符", en: "the seed is not the one whose digest was published" },
  "draw.twice": { zh: "“{id}”列了两次", en: '"{id}" stands twice' },
  "draw.missing": { zh: "缺“{id}”", en: '"{id}" is missing' },
  "draw.stranger": { zh: "“{id}”不在抽签之列", en: '"{id}" takes no part in the draw' },
  "draw.misplaced": {
    zh: "第{place}位应是“{due}”，公布的是“{found}”",
    en: 'place {place} is due to "{due}", and "{found}" was published',
  },
  "poll.twice": { zh: "“{id}”重复", en: '"{id}" stands twice' },
  "poll.noSuchId": { zh: "没有“{id}”", en: 'there is no "{id}"' },
  "poll.full": { zh: "满分{full}应大于零", en: "the full mark {full} is not above nought" },
  "poll.weights": {
    zh: "各测评主体权重合计{sum}，不是1",
    en: "the weights of the rater groups come to {sum}, not to 1",
  },
  "poll.share": { zh: "{share}不在零至一之间", en: "{share} is not within nought and one" },
  "poll.noDue": { zh: "未写“{group}”应到多少票", en: 'how many slips are due from "{group}" is not said' },
  "poll.moreThanDue": {
    zh: "“{group}”应到{due}票，收回{found}票",
    en: '"{group}" has {found} slips handed in of {due} due',
  },
  "poll.raterTwice": { zh: "“{rater}”投了两张票", en: '"{rater}" handed in two slips' },
  "poll.markedTwice": { zh: "票“{slip}”上“{subject}”列了两次", en: '"{subject}" stands twice on the slip "{slip}"' },
  "poll.outside": { zh: "“{group}”不测评“{subject}”", en: '"{group}" does not vote on "{subject}"' },
  "poll.self": { zh: "票“{slip}”是“{subject}”给自己投的", en: 'on the slip "{slip}" "{subject}" votes on oneself' },
  "ballot.noKind": { zh: "未写“{group}”的票记入哪一类事实", en: 'no kind of fact is given for the votes of "{group}"' },
  "ballot.field": { zh: "字段“{field}”用了两次", en: 'the field "{field}" stands for two things' },
  "ballot.received": {
    zh: "收回{found}票，至少应有{needed}票",
    en: "{found} slips were handed in of at least {needed}",
  },
  "ballot.valid": { zh: "有效票{found}张，至少应有{needed}张", en: "{found} valid votes of at least {needed}" },
  "ballot.limitMost": {
    zh: "票“{slip}”超出“{limit}”：至多{allowed}个，投了{found}个",
    en: 'the slip "{slip}" goes beyond "{limit}": {found} marks of at most {allowed}',
  },
  "ballot.limitLeast": {
    zh: "票“{slip}”未达“{limit}”：至少{allowed}个，投了{found}个",
    en: 'the slip "{slip}" falls short of "{limit}": {found} marks of at least {allowed}',
  },
  "quotas.exceeded": {
    zh: "“{quota}”：{levels}有{held}个，名额{places}个，超出{over}个",
    en: '"{quota}": {held} hold {levels} where there are {places} places, {over} too many',
  },
  "quotas.short": {
    zh: "“{quota}”：{levels}应不少于{places}个，至多{possible}个，缺{missing}个；不为凑数降低等次",
    en: '"{quota}": at least {places} are asked for at {levels}, {possible} at most are there, {missing} too few; nobody is moved to fill it',
  },
  "quotas.aboutMissed": {
    zh: "“{quota}”：{levels}应在{due}个左右，实差{off}个，允许差{slack}个，还超出{beyond}个",
    en: '"{quota}": {levels} should be about {due}; it is {off} off, {slack} are allowed, {beyond} too far',
  },
  "quotas.crowded": {
    zh: "“{quota}”：达到{levels}的有{reached}个，名额{places}个，{fell}个落到以下等次：{who}",
    en: '"{quota}": {reached} came to {levels} where there are {places} places; {fell} fell below: {who}',
  },
  "quotas.tieDropped": {
    zh: "“{quota}”：{who}并列在名额线上，都不占名额，{free}个名额空着",
    en: '"{quota}": {who} are equal at the cut and take no place; {free} stay empty',
  },
  "quotas.tieOpen": {
    zh: "“{quota}”：{who}并列在名额线上，余{free}个名额，待研究或抽签决定",
    en: '"{quota}": {who} are equal at the cut with {free} places left; a meeting or a draw has to decide',
  },
  "quotas.placesFree": {
    zh: "“{quota}”：名额{places}个，达到{levels}（{floor}）的至多{reached}个，{free}个名额空着",
    en: '"{quota}": {places} places, but {reached} at most reach {levels} ({floor}); {free} stay empty',
  },
  "quotas.tooSmall": {
    zh: "“{quota}”：本组{size}个，按{share}折算不足一个名额",
    en: '"{quota}": {share} of a group of {size} is not a single place',
  },
  "quotas.beyondGroup": {
    zh: "“{quota}”：{levels}应不少于{places}个，本组只有{size}个",
    en: '"{quota}": at least {places} are asked for at {levels}, and the group has {size}',
  },
  "quotas.againstQuota": {
    zh: "“{quota}”：{levels}应不少于{places}个，“{limit}”只容{most}个",
    en: '"{quota}": at least {places} are asked for at {levels}, and "{limit}" lets {most} through',
  },
  "quotas.open": {
    zh: "“{quota}”：未定，{levels}已有{held}个，至多{possible}个，名额{places}个，{waiting}个可能落到以下等次",
    en: '"{quota}": open; {held} hold {levels} for certain and {possible} at most, of {places} places; {waiting} may fall below',
  },
  "quotas.openFacts": { zh: "“{quota}”：未定，尚缺：{why}", en: '"{quota}": open; not yet known: {why}' },
  "quotas.openGroup": {
    zh: "“{quota}”：{unsure}个是否在组内未定：{who}",
    en: '"{quota}": of {unsure} it is open whether they are of the group: {who}',
  },
}
