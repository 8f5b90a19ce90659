/** Programs that open the data set: Python, R and Stata. */
import type { CorpusFile } from '../corpus-file.ts'
import { tables } from '../tables/index.ts'
import type { Column } from '../tables/table.ts'

/** The names of the columns of a type over all tables; a name has one type everywhere. CSV does not tell it: an id may be all digits. */
function named(type: Column<never>['type']): string {
  const columns = tables.flatMap(table => table.columns).filter(column => column.type === type)
  return [...new Set(columns.map(({ name }) => name))].map(name => `"${name}"`).join(', ')
}

/** A list of names over lines of less than 120 characters, set in by `indent`. */
const list = (types: Column<never>['type'][], indent: string) =>
  types
    .map(type => named(type))
    .filter(names => names !== '')
    .join(', ')
    .replace(/(.{1,100})(?: |$)/g, `$1\n${indent}`)
    .trim()

const python = (parquet: boolean) => `# 用 pandas 打开：python load.py / opens the data set with pandas: python load.py
# pip install pandas${parquet ? ' pyarrow' : ''}
from pathlib import Path

import pandas as pd

HERE = Path(__file__).resolve().parent
${parquet ? '' : `# codes and ids may be all digits\nTEXT = [\n    ${list(['text'], '    ')}\n]\n`}

def load(table, columns=None):
    """One table as a DataFrame; an empty cell is missing. Codes of places stay text."""
${
  parquet
    ? `    path = HERE / "parquet" / table
    # level and year stand in the rows, so the names of the folders are not needed
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path.with_suffix(".parquet")]
    return pd.concat([pd.read_parquet(file, columns=columns, partitioning=None) for file in files], ignore_index=True)`
    : `    path = HERE / "csv" / table
    files = sorted(path.rglob("*.csv")) if path.is_dir() else [path.with_suffix(".csv")]
    types = {name: str for name in TEXT}
    return pd.concat([pd.read_csv(file, usecols=columns, dtype=types, keep_default_na=False, na_values=[""]) for file in files],
                     ignore_index=True)`
}


def growth_targets():
    """Growth targets, one report for each place and year."""
    documents = load("documents")
    chosen = documents[documents["preferred"].astype(bool) & (documents["report_kind"] == "report")]["document_id"]
    targets = load("targets")
    rows = targets[
        targets["document_id"].isin(chosen)
        & (targets["indicator_id"] == "gdp")
        & (targets["measure"] == "change")
        & (targets["number"] == 1)
    ].copy()
    rows["target"] = rows["value"].fillna((rows["value_min"] + rows["value_max"]) / 2)
    return rows[["level", "year", "place_code", "place_name", "target", "comparator", "commitment", "sentence"]]


if __name__ == "__main__":
    targets = growth_targets()
    print(targets.groupby(["year", "level"])["target"].agg(["count", "median"]).to_string())
`

const r = (
  parquet: boolean,
  csv: boolean,
) => `# 用 R 打开，在本文件夹里运行：Rscript load.R / opens the data set with R, run in this folder: Rscript load.R
${
  parquet && csv
    ? '# 装了 arrow 就读 Parquet，否则用 R 自带的函数读 CSV / Parquet where arrow is installed, else CSV by R alone\nby_arrow <- requireNamespace("arrow", quietly = TRUE)\n'
    : parquet
      ? '# install.packages("arrow")\n'
      : ''
}
# 一张表，读成 data.frame；空格为缺失，代码和文字都不改 / one table as a data.frame; an empty cell is missing, codes stay text
load_table <- function(table, columns = NULL) {
${parquet && csv ? '  if (by_arrow) return(load_parquet(table, columns))\n  load_csv(table, columns)' : parquet ? '  load_parquet(table, columns)' : '  load_csv(table, columns)'}
}

${parquet ? rParquet : ''}${csv ? rCsv() : ''}
growth_targets <- function() {
  documents <- load_table("documents", c("document_id", "preferred", "report_kind"))
  chosen <- documents$document_id[documents$preferred & documents$report_kind == "report"]
  targets <- load_table("targets")
  rows <- targets[
    targets$document_id %in% chosen & targets$indicator_id %in% "gdp" & targets$measure %in% "change" & targets$number %in% 1, ]
  middle <- (rows$value_min + rows$value_max) / 2
  rows$target <- ifelse(is.na(rows$value), middle, rows$value)
  rows[, c("level", "year", "place_code", "place_name", "target", "comparator", "commitment", "sentence")]
}

if (sys.nframe() == 0L) {
  targets <- growth_targets()
  print(aggregate(target ~ year + level, targets, function(x) c(places = length(x), median = median(x))))
}
`

const rParquet = `load_parquet <- function(table, columns) {
  path <- file.path("parquet", table)
  files <- if (dir.exists(path)) list.files(path, "[.]parquet$", recursive = TRUE, full.names = TRUE) else paste0(path, ".parquet")
  # level and year stand in the rows, so the names of the folders are not needed
  rows <- as.data.frame(arrow::open_dataset(files, format = "parquet"))
  if (is.null(columns)) rows else rows[, columns, drop = FALSE]
}

`

const rCsv = () => `# CSV 里不写类型，由这里给出 / what CSV does not tell
numbers <- c(
  ${list(['integer', 'number'], '  ')})
logicals <- c(
  ${list(['boolean'], '  ')})

load_csv <- function(table, columns) {
  path <- file.path("csv", table)
  files <- if (dir.exists(path)) list.files(path, "[.]csv$", recursive = TRUE, full.names = TRUE) else paste0(path, ".csv")
  rows <- do.call(rbind, lapply(sort(files), function(file) {
    read.csv(file, na.strings = "", encoding = "UTF-8", colClasses = "character")
  }))
  for (name in intersect(names(rows), numbers)) rows[[name]] <- as.numeric(rows[[name]])
  for (name in intersect(names(rows), logicals)) rows[[name]] <- rows[[name]] == "true"
  if (is.null(columns)) rows else rows[, columns, drop = FALSE]
}

`

const stata = `* 用 Stata 打开（16 版及以上）/ opens the data set with Stata 16 or later; run in this folder
* 列名可直接用作变量名 / the columns' names are names of variables as they stand
clear all
local parts : dir "csv/targets" dirs "level=*"
tempfile all
local first 1
foreach level of local parts {
    local years : dir "csv/targets/\`level'" dirs "year=*"
    foreach year of local years {
        import delimited using "csv/targets/\`level'/\`year'/part-0.csv", varnames(1) encoding("utf-8") bindquotes(strict) ///
            stringcols(_all) clear
        if !\`first' append using "\`all'"
        save "\`all'", replace
        local first 0
    }
}
destring year number value value_min value_max sentence_start, replace
save targets.dta, replace
`

export function loadersOf({ formats }: CorpusFile): [string, string][] {
  const parquet = formats.includes('parquet')
  const csv = formats.includes('csv')
  return [['load.py', python(parquet)], ['load.R', r(parquet, csv)], ...(csv ? ([['load.do', stata]] as [string, string][]) : [])]
}
