/** The views that answer the usual questions, as SQL. They use the tables' columns and nothing else. */
export default `-- 一地一年一篇政府工作报告 / one government work report for each place and year
CREATE OR REPLACE VIEW reports AS
  SELECT * FROM documents WHERE preferred AND report_kind = 'report';

-- 面板：只取 reports 中的数据 / the panel: observations of those reports only
CREATE OR REPLACE VIEW panel AS
  SELECT f.* FROM facts f JOIN reports r USING (document_id);

-- 各项主要目标及其用语。硬：确保，以上、超过；软：力争、努力，左右，区间；其余为 plain
-- headline targets with their wording. hard: 确保, 以上, 超过; soft: 力争, 努力, 左右, ranges; plain: none of these
CREATE OR REPLACE VIEW headline_targets AS
  SELECT t.*,
    coalesce(t.value, (t.value_min + t.value_max) / 2) AS target,
    CASE
      WHEN t.commitment = 'firm' OR t.comparator IN ('ge', 'gt', 'le', 'lt') THEN 'hard'
      WHEN t.commitment = 'striving' OR t.comparator IN ('approx', 'range') THEN 'soft'
      ELSE 'plain'
    END AS wording
  FROM targets t JOIN reports r USING (document_id)
  WHERE t.state = 'set';

-- 各地各年经济增长目标 / growth targets by place and year
CREATE OR REPLACE VIEW growth_targets AS
  SELECT place_code, place_code_latest, place_name, level, year, target, value, value_min, value_max, comparator, commitment,
    wording, written, sentence, document_id, figure_id
  FROM headline_targets
  WHERE indicator_id = 'gdp' AND measure = 'change' AND unit = '%' AND (period IS NULL OR period = year::VARCHAR)
  QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY number) = 1;

-- 层层加码：各级各年增长目标的中位数和硬约束占比 / growth targets and hard wording by level and year
CREATE OR REPLACE VIEW growth_targets_by_level AS
  SELECT year, level, count(*) AS places, median(target) AS median_target, avg(target) AS mean_target,
    min(target) AS lowest, max(target) AS highest,
    avg((wording = 'hard')::INT) AS hard_share, avg((wording = 'soft')::INT) AS soft_share
  FROM growth_targets
  WHERE level IN ('national', 'province', 'city', 'county')
  GROUP BY year, level
  ORDER BY year, CASE level WHEN 'national' THEN 1 WHEN 'province' THEN 2 WHEN 'city' THEN 3 ELSE 4 END;

-- 各地目标比上级高多少（百分点） / by how many percentage points a place aims higher than those above it
CREATE OR REPLACE VIEW growth_target_markups AS
  SELECT g.year, g.level, g.place_code, g.place_name, g.target,
    nation.target AS national_target, round(g.target - nation.target, 6) AS above_nation,
    province.target AS province_target, round(g.target - province.target, 6) AS above_province,
    city.target AS city_target, round(g.target - city.target, 6) AS above_city
  FROM growth_targets g
  LEFT JOIN growth_targets nation ON nation.year = g.year AND nation.level = 'national'
  LEFT JOIN growth_targets province ON province.year = g.year AND g.level IN ('city', 'county')
    AND province.place_code = left(g.place_code, 2) || '0000'
  LEFT JOIN growth_targets city ON city.year = g.year AND g.level = 'county' AND city.place_code = left(g.place_code, 4) || '00'
  WHERE g.level <> 'national';

-- 目标与结果：当年目标，及以后报告所说的实际（没有实际时用预计） / targets, and what later reports say came of them
CREATE OR REPLACE VIEW targets_and_outcomes AS
  SELECT t.place_code, t.place_code_latest, t.place_name, t.level, t.year, t.indicator_id, t.indicator_name, t.measure, t.unit,
    t.target, t.comparator, t.wording, f.value AS outcome, f.status AS outcome_status, round(f.value - t.target, 6) AS difference,
    t.written AS target_written, t.sentence AS target_sentence, f.written AS outcome_written, f.sentence AS outcome_sentence,
    t.document_id AS target_document, f.document_id AS outcome_document
  FROM headline_targets t
  JOIN panel f ON f.place_code_latest = t.place_code_latest AND f.indicator_id = t.indicator_id AND f.measure = t.measure
    AND f.unit IS NOT DISTINCT FROM t.unit AND f.period_year = t.year AND f.year > t.year AND f.status <> 'target'
    AND f.part_of IS NULL AND (f.baseline IS NULL OR f.baseline = (t.year - 1)::VARCHAR)
  QUALIFY row_number() OVER (
    PARTITION BY t.document_id, t.indicator_id, t.number
    ORDER BY f.status, f.year, f.document_id, f.figure_start) = 1;

-- 目标只有文字、没有设、没有找到的 / targets stated in words, not set, or not found
CREATE OR REPLACE VIEW targets_without_number AS
  SELECT t.* FROM targets t JOIN reports r USING (document_id) WHERE t.state <> 'set';

-- 有多少、缺多少 / what is there, and what is missing
CREATE OR REPLACE VIEW coverage AS
  SELECT coalesce(r.level, m.level) AS level, coalesce(r.year, m.year) AS year, coalesce(reports, 0) AS reports,
    coalesce(with_growth_target, 0) AS with_growth_target, coalesce(missing_reports, 0) AS missing_reports,
    coalesce(not_parsed, 0) AS not_parsed
  FROM (
    SELECT r.level, r.year, count(*) AS reports, count(g.document_id) AS with_growth_target
    FROM reports r LEFT JOIN growth_targets g USING (document_id)
    GROUP BY r.level, r.year
  ) r
  FULL JOIN (
    SELECT level, year, count(*) FILTER (reason = 'no-report') AS missing_reports,
      count(*) FILTER (reason = 'not-parsed') AS not_parsed
    FROM missing WHERE indicator_id IS NULL GROUP BY level, year
  ) m ON m.level = r.level AND m.year = r.year
  ORDER BY level, year;

-- 新内容占比 / how much of a report is new against the one before
CREATE OR REPLACE VIEW novelty_by_year AS
  SELECT level, year, count(novelty) AS reports, median(novelty) AS median_novelty FROM reports
  WHERE novelty IS NOT NULL GROUP BY level, year ORDER BY level, year;

-- SDMX-CSV 的列名 / with the names of SDMX-CSV 2.0
CREATE OR REPLACE VIEW sdmx AS
  SELECT 'dataflow' AS STRUCTURE, 'JIEDU:PANEL(1.0)' AS STRUCTURE_ID, 'I' AS ACTION, place_code AS REF_AREA,
    indicator_id AS INDICATOR, measure AS MEASURE, period AS TIME_PERIOD, value AS OBS_VALUE, obs_status AS OBS_STATUS,
    unit AS UNIT_MEASURE, comparator AS COMPARATOR, document_id AS SOURCE, figure_id AS SOURCE_FIGURE
  FROM panel WHERE indicator_id IS NOT NULL AND place_code IS NOT NULL;
`
