/** Programs that open the data set: Python, R and Stata. */
import type { CorpusFile } from '../corpus-file.ts'

const python = (parquet: boolean) => `# 用 pandas 打开：python load.py / opens the data set with pandas: python load.py
# pip install pandas${parquet ? ' pyarrow' : ''}
from pathlib import Path

import pandas as pd

HERE = Path(__file__).resolve().parent


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
    codes = {name: str for name in ("place_code", "place_code_latest", "report_place_code")}
    return pd.concat([pd.read_csv(file, usecols=columns, dtype=codes, keep_default_na=False, na_values=[""]) for file in files],
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

const r = (parquet: boolean) => `# 用 R 打开 / opens the data set with R
${
  parquet
    ? `# install.packages(c("arrow", "dplyr"))
library(arrow)
library(dplyr)

# 在本文件夹里运行 / run in this folder; larger than memory is no matter, collect() fetches the result
open_table <- function(table) {
  path <- file.path("parquet", table)
  if (dir.exists(path)) open_dataset(path, partitioning = NULL, hive_style = FALSE)
  else open_dataset(paste0(path, ".parquet"))
}`
    : `# install.packages(c("readr", "dplyr"))
library(readr)
library(dplyr)

open_table <- function(table) {
  path <- file.path("csv", table)
  files <- if (dir.exists(path)) list.files(path, "[.]csv$", recursive = TRUE, full.names = TRUE) else paste0(path, ".csv")
  read_csv(files, na = "", col_types = cols(.default = col_guess(), place_code = "c", place_code_latest = "c"))
}`
}

reports <- open_table("documents") |> filter(preferred, report_kind == "report") |> select(document_id)

growth_targets <- open_table("targets") |>
  semi_join(reports, by = "document_id") |>
  filter(indicator_id == "gdp", measure == "change", number == 1L) |>
  mutate(target = coalesce(value, (value_min + value_max) / 2)) |>
  select(level, year, place_code, place_name, target, comparator, commitment, sentence) |>
  collect()

print(growth_targets |> group_by(year, level) |> summarise(places = n(), median = median(target), .groups = "drop"))
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
  return [
    ['load.py', python(parquet)],
    ['load.R', r(parquet)],
    ...(formats.includes('csv') ? ([['load.do', stata]] as [string, string][]) : []),
  ]
}
