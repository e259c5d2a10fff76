/** What the command line asks for. */
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { Label } from "dangjian/foundation"

const USAGE = [
  "用法 Usage: npm run demo -- [--en] [--person <编号 id>] [--folder <文件夹 path>]",
  "  --en              英文 in English",
  "  --person <id>     列出谁的个人积分明细 whose points are listed (D16)",
  "  --folder <path>   各种台账所在的文件夹 the folder of the books",
].join("\n")

/** The flags of the command line; anything else, and the usage is said instead. */
const flagsOf = () => {
  try {
    return parseArgs({
      options: {
        en: { type: "boolean", default: false },
        folder: { type: "string", default: fileURLToPath(new URL("../town-2023", import.meta.url)) },
        person: { type: "string", default: "D16" },
      },
    }).values
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) throw error
    console.error(USAGE)
    process.exit(1)
  }
}

export const flags = flagsOf()
export const language: Label.Language = flags.en ? "en" : "zh"
export const say = (zh: string, en: string): string => Label.text({ zh, en }, language)
