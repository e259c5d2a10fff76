/** Office hours the slow way, for the tests. */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as WorkCalendar from "../../src/foundation/WorkCalendar.js"
import type * as OfficeHours from "../../src/process/OfficeHours.js"
import { DAY, minuteAt } from "./clocks.js"

/** Whether the office is open in the minute that begins then, read aloud from the data; undefined where nothing says so. */
export const isOpenMinute = (
  hours: OfficeHours.OfficeHours,
  calendar: WorkCalendar.WorkCalendar,
  minute: number,
): boolean | undefined => {
  const local = minuteAt(minute) + hours.offsetMinutes * 60_000
  const day = CivilDate.ofDayNumberUnsafe(Math.floor(local / DAY))
  const of = (local % DAY) / 60_000
  const table = hours.timetables.find(({ from, to }) => from <= day && (to === undefined || day < to))
  if (day < calendar.from || day >= calendar.to || table === undefined) return undefined
  const listed = calendar.days.find((one) => one.on === day)
  const weekday = CivilDate.weekday(day)
  if (!(listed?.working ?? !calendar.weekend.includes(weekday))) return false
  const special = table.value.weekdays.find((one) => one.weekday === weekday)
  return (special?.stretches ?? table.value.daily).some(({ from, to }) => from <= of && of < to)
}
