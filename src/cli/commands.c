/* SPDX-License-Identifier: Apache-2.0 */
/* The table of commands: what they are called, take and do. A new command is a row here and a file beside it. */
#include "cli/cli.h"

const char *const cli_langs[] = {"both", "zh", "en", NULL};
const char *const cli_svg_texts[] = {"outline", "live", NULL};

const CliOption cli_no_options[] = {{.name = NULL}};

const CliCommand cli_commands[] = {
    {
        .name = "brief",
        .summary = "a report into a bilingual A4 briefing (PDF, SVG, PNG)",
        .operands = "REPORT",
        .min_operands = 1,
        .max_operands = 1,
        .details =
            "Reads a government work report (text or Markdown; docx, html, pdf), extracts its indicators and "
            "lays "
            "them out by a layout file. PDF holds all pages. SVG and PNG hold one: OUT-1.png, OUT-2.png and so on are "
            "written, or the one that --page names. Names without an English term stay in Chinese and are counted on "
            "standard error.",
        .example = "jianbao brief tests/reports/weidong-2022.md -o briefing.pdf",
        .options = cli_brief_options,
        .run = cli_brief,
    },
    {
        .name = "chart",
        .summary = "one chart of a report (PNG, SVG, PDF)",
        .operands = "FORM REPORT",
        .min_operands = 2,
        .max_operands = 2,
        .choices = cli_chart_forms,
        .details =
            "Draws one chart: growth (growth of the key indicators against their targets), trend (one indicator over "
            "the years), gauge (targets and how far they are reached), kpi (tiles of the headline figures), table, "
            "delivery (what the report before promised and what came of it; needs --store), waterfall (a level, what "
            "came to it, the level after), multiples (trends side by side), heatmap (growth by year; best with "
            "--store), ranked (the indicators by their growth), progress (the year's targets one by one; with --store, "
            "what its months reached of them). The canvas is --size wide and high, in points; a PNG has size × scale "
            "pixels: 1920x1080 at "
            "--scale 2 is 3840 × 2160.",
        .example = "jianbao chart growth tests/reports/weidong-2022.md --size 960x540 --scale 2 -o growth.png",
        .options = cli_chart_options,
        .run = cli_chart,
    },
    {
        .name = "slides",
        .summary = "a report into slides (PNG, SVG, PDF)",
        .operands = "REPORT",
        .min_operands = 1,
        .max_operands = 1,
        .details =
            "Writes a directory with slide-01.png, slide-01.svg and so on and slides.pdf, which holds all of "
            "them. One message a slide: key figures, growth, trends, targets, what the report makes most of. The "
            "directory appears whole: an earlier set is exchanged for the new one in one step.",
        .example = "jianbao slides tests/reports/weidong-2022.md -o slides",
        .options = cli_slides_options,
        .run = cli_slides,
    },
    {
        .name = "extract",
        .summary = "the facts of reports (JSON, CSV, a table, a workbook)",
        .operands = "FILE…",
        .min_operands = 1,
        .max_operands = G_MAXUINT,
        .details =
            "Prints every quantity of the reports with its indicator, measure, value, unit, bound, status, "
            "period and place "
            "in the source, in reading order; facts derived from others follow with their formula. xlsx is a workbook "
            "with facts, series with charts, and sources.",
        .example = "jianbao extract tests/reports/weidong-2022.md --format table",
        .options = cli_extract_options,
        .run = cli_extract,
    },
    {
        .name = "check",
        .summary = "where reports contradict themselves",
        .operands = "FILE…",
        .min_operands = 1,
        .max_operands = G_MAXUINT,
        .details =
            "Looks for figures that cannot all be right: levels that do not fit their change or growth, parts that do "
            "not make the whole, one indicator with two values, targets below what was reached, and more (`jianbao "
            "list checks`). Each finding says how sure it is: certain is arithmetic, likely means the figures are "
            "about the same thing as far as the text tells, possible is worth a look. What rounding explains is "
            "no finding. With --against, also where a figure of OLDER, the report of a year before, is not the one "
            "that FILE gives or implies for that year. Exits 1 when a finding is certain or likely.",
        .example = "jianbao check tests/reports/weidong-2022.md",
        .options = cli_check_options,
        .run = cli_check,
    },
    {
        .name = "verify",
        .summary = "whether a PDF's figures follow from the facts that it carries",
        .operands = "FILE.pdf",
        .min_operands = 1,
        .max_operands = 1,
        .details =
            "Reads back the files that a PDF of jianbao carries (facts.json and facts.csv, the layout, the theme) and "
            "prints the report, its hash, the layout, program and fonts that made it. Then the facts are laid out "
            "again, and every text of every page, alternative text, link description and title must be the one that "
            "follows from them. With --report, REPORT must be the file it was made from. Exits 65 when a text does not follow, when an attached file is damaged or "
            "does not agree with the others, and for a PDF of somebody else. It is no signature: it proves a document "
            "against itself and its report.",
        .example = "jianbao brief tests/reports/weidong-2022.md -o briefing.pdf && jianbao verify briefing.pdf",
        .options = cli_verify_options,
        .run = cli_verify,
    },
    {
        .name = "dump",
        .summary = "what a stage makes of a report, as text",
        .operands = "FILE",
        .min_operands = 1,
        .max_operands = 1,
        .details =
            "Prints what a stage of the way makes of a report, as text: text (what was read from the file, in which "
            "offsets count), doc (blocks of clean text), tokens "
            "(numbers, units, "
            "names), facts (aligned columns), page (what each block of the layout chose), draw (every draw "
            "command with its "
            "place in points). The tests compare these dumps.",
        .example = "jianbao dump --stage doc tests/reports/weidong-2022.md",
        .options = cli_dump_options,
        .run = cli_dump,
    },
    {
        .name = "lint",
        .summary = "whether a layout file is right",
        .operands = "LAYOUT…",
        .min_operands = 1,
        .max_operands = G_MAXUINT,
        .details =
            "Reads layout files and tells the first error of each with its line and a caret: unknown keys, blocks, "
            "indicators and facts, wrong periods, colours and lengths. With --report, lays a report out and lists "
            "texts that overlap, leave their place, are crossed by a mark, too small or too faint.",
        .example = "jianbao lint briefing --report tests/reports/weidong-2022.md",
        .options = cli_lint_options,
        .run = cli_lint,
    },
    {
        .name = "import",
        .summary = "reports, releases and data tables into the history",
        .operands = "FILE…",
        .min_operands = 1,
        .max_operands = G_MAXUINT,
        .details =
            "Reads work reports, monthly and quarterly releases and data tables (CSV, TSV, XLSX) and stores every fact "
            "with its document, version and "
            "place. A document that is known already changes nothing; a corrected one (same name, area, kind and year, "
            "other content; 10月（更正） is named as 10月 is) becomes a new version, and the old one stays as its "
            "trace. "
            "All files are stored, or none.",
        .example = "jianbao import tests/reports/weidong-2022.md --store history.db",
        .options = cli_import_options,
        .run = cli_import,
    },
    {
        .name = "series",
        .summary = "an indicator of an area over the years (text, CSV, JSON, a chart)",
        .operands = "INDICATOR",
        .min_operands = 1,
        .max_operands = 1,
        .details =
            "Prints what the history says of an indicator (a code of `jianbao list indicators`, or a Chinese name): "
            "for "
            "each period the value, whether it was observed, revised by a later document, derived or promised, the "
            "place that it comes from, and what else is said of it. A conflict is two documents of one year, or two "
            "places of one document, that differ by more than rounding. A chart (png, svg, pdf) shows the whole years "
            "that are known and the targets beyond them. The CSV is SDMX-CSV 2.0: the columns from FREQ to TIME_PERIOD are the "
            "dimensions that name a row.",
        .example = "jianbao series gdp --measure growth --area 410403 --store history.db",
        .options = cli_series_options,
        .run = cli_series,
    },
    {
        .name = "ranking",
        .summary = "the areas of a history by an indicator in one year (text, CSV, JSON, a chart)",
        .operands = "INDICATOR",
        .min_operands = 1,
        .max_operands = 1,
        .details =
            "Prints what the series of each area has at that year, the highest first: rank, area, value, whether "
            "it was observed or revised by a later document, and the place that it comes from. Equal values "
            "share a rank. A chart (png, svg, pdf) has the first ten, the area of --area, and the last three when they are "
            "more than 15.",
        .example = "jianbao ranking gdp --year 2021 --store history.db",
        .options = cli_ranking_options,
        .run = cli_ranking,
    },
    {
        .name = "delivery",
        .summary = "what was promised for a year beside what was reported of it",
        .operands = "",
        .details = "Prints each target that an area's report set for its year: target, figure of the report that "
                   "followed, figure of the year before, verdict by the target's bound, why there is none, and both "
                   "places.",
        .example = "jianbao delivery --area 410403 --year 2022 --store history.db",
        .options = cli_delivery_options,
        .run = cli_delivery,
    },
    {
        .name = "progress",
        .summary = "a year's targets against its newest months",
        .operands = "",
        .details =
            "Prints each target of the year's report: target, newest figure and its month, the part reached and the "
            "part of the year that has passed (of sums that count up from January), the gap in percentage points, the "
            "same months of the year before, the verdict, why there is none, and both places.",
        .example = "jianbao progress --area 410403 --period 2022 --store history.db",
        .options = cli_progress_options,
        .run = cli_progress,
    },
    {
        .name = "restore",
        .summary = "a copy in the place of a damaged history",
        .operands = "",
        .details =
            "Looks at the history from end to end. When it is damaged, moves it to NAME.damaged-1 and puts the newest "
            "whole copy in its place: NAME.backup, made before the first change of a day, or the copy made before a "
            "migration. What was imported after that is to be imported again; a job does so at its next run. A history "
            "that is whole is left alone.",
        .example = "jianbao restore --store history.db",
        .options = cli_restore_options,
        .run = cli_restore,
    },
    {
        .name = "run",
        .summary = "the set of files that a job describes, published at once or not at all",
        .operands = "JOB",
        .min_operands = 1,
        .max_operands = 1,
        .details =
            "Imports the job's inputs into its history, renders its documents for a period into a hidden folder, reads "
            "them again, and puts the set in its place by one rename; the links of the period and `current` move last. "
            "The period is --period or the newest that there are figures of, never the clock's. A set that is there "
            "from the same inputs is left alone. What cannot be read of the inbox is moved into its folder `rejected` with "
            "the reason (NAME.why), a damaged history is put aside and its newest copy put back. Exits 10 when something "
            "was so, or incomplete, and published all the same, 75 while another run is at work.",
        .example = "jianbao run tests/jobs/monthly.yaml --dry-run",
        .options = cli_run_options,
        .run = cli_run,
    },
    {
        .name = "rerun",
        .summary = "a job's set of one period once more, for instance to send again what failed",
        .operands = "JOB",
        .min_operands = 1,
        .max_operands = 1,
        .details = "As `run --period PERIOD --force`: the set is made again from what the history knows now, published "
                   "by one rename, and the hooks are called.",
        .example = "jianbao rerun tests/jobs/monthly.yaml --period 2025-09 --dry-run",
        .options = cli_rerun_options,
        .run = cli_rerun,
    },
    {
        .name = "catch-up",
        .summary = "the periods of a job that were missed, the oldest first",
        .operands = "JOB",
        .min_operands = 1,
        .max_operands = 1,
        .details = "As `run --catch-up`: every period from the job's first to the newest that has figures is published "
                   "if it is not; those that should have figures and have none are named, and the exit is 10. What is "
                   "published already is left alone.",
        .example = "jianbao catch-up tests/jobs/monthly.yaml --dry-run",
        .options = cli_catch_up_options,
        .run = cli_catch_up,
    },
    {
        .name = "status",
        .summary = "what a job had due, published, late, and its last error",
        .operands = "JOB",
        .min_operands = 1,
        .max_operands = 1,
        .details = "Lists the periods of a job from its first to the last one due, and what to do about those that are "
                   "not published: ready (not due yet, figures are there), open (not due yet), with February (January, of "
                   "which no figures are told alone), late, damaged. Names the inputs and histories that runs have "
                   "put aside. Exits 10 when one is late, a set is damaged, something lies aside, or the last run failed.",
        .example = "jianbao status tests/jobs/monthly.yaml --today 2025-11-20",
        .options = cli_status_options,
        .run = cli_status,
    },
    {
        .name = "schedule",
        .summary = "a crontab line or systemd units for a job",
        .operands = "JOB",
        .min_operands = 1,
        .max_operands = 1,
        .details = "Prints what makes cron or systemd run the job each day from its due day on, with the time zone. "
                   "Nothing is installed.",
        .example = "jianbao schedule tests/jobs/monthly.yaml --cron",
        .options = cli_schedule_options,
        .run = cli_schedule,
    },
    {
        .name = "format",
        .summary = "a quantity of a Chinese text in English, as a sentence or a label has it",
        .operands = "QUANTITY…",
        .min_operands = 1,
        .max_operands = 1000,
        .details =
            "Writes each quantity in the languages of --lang, one a line: 1100万人以上 is \"at least 11 million\", in "
            "the style of charts \"≥11m\". The decimal point moves, nothing is rounded; mu become hectares. "
            "With --glossary, a noun behind the quantity or its measure word is in English as the file has it: "
            "120个口袋公园 "
            "is \"120 pocket parks\". \"-\" reads quantities from standard input, one a line, "
            "and writes a line for each: an empty one, and exit 65 at the end, where a line holds no quantity.",
        .example = "jianbao format --lang en 163亿元 1100万人以上 5%左右",
        .options = cli_format_options,
        .run = cli_format,
    },
    {
        .name = "list",
        .summary =
            "what there is: charts, layouts, themes, formats, terms, units, indicators, checks, names without English",
        .operands = "charts|layouts|themes|formats|terms|units|indicators|checks|untranslated [REPORT]",
        .min_operands = 1,
        .max_operands = 2,
        .choices = cli_list_topics,
        .details =
            "Lists the rows of a table of the program, one a line, in columns with tabs between them. untranslated "
            "reads a "
            "report and lists the names that stay in Chinese: how often, the name, the words that are not known. "
            "With --glossary, terms shows what is in force.",
        .example = "jianbao list charts",
        .options = cli_list_options,
        .run = cli_list,
    },
    {
        .name = "doctor",
        .summary = "whether everything that is needed is there",
        .operands = "",
        .details =
            "Tells which fonts were found and where, the versions of the libraries, and which directories can be "
            "written to. Exits 78 when something is missing, and says what to install.",
        .example = "jianbao doctor",
        .options = cli_no_options,
        .run = cli_doctor,
    },
    {.name = NULL},
};
