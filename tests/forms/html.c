/* SPDX-License-Identifier: Apache-2.0 */
/* A report as a web site shows it: navigation before and after, in paragraphs, or in one cell of a table with breaks.
 */
#include "forms/forms.h"

#define TOP                                                                                                                    \
  "<script>var n = \"<p>2019年完成投资77亿元。</p>\";</script><div class=\"nav\"><ul><li><a href=\"/\">首页</a><li>" \
  "<a href=\"/news\">新闻：全年引进项目88个</a><li><a href=\"/open\">政务公开</a></ul></div>"
#define END "<div class=\"foot\"><a href=\"/map\">网站地图</a> 主办单位：区人民政府办公室 访问量66万人次</div>"

static void
append_text(GString *out, const char *text)
{
  gboolean bold = FALSE;
  g_auto(GStrv) parts = g_strsplit(text, "**", -1);
  for (char **part = parts; *part != NULL; part++, bold = !bold) {
    g_autofree char *escaped = g_markup_escape_text(*part, -1);
    g_string_append_printf(out, bold ? "<strong>%s</strong>" : "%s", escaped);
  }
}

static char *
make(const char *markdown, const char *charset, gboolean table)
{
  GString *out = g_string_new(NULL);
  GArray *lines = test_lines(markdown);
  g_string_append_printf(
      out,
      "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=%s\">"
      "<title>政府工作报告_区政府网站</title></head><body>" TOP,
      charset);
  g_string_append(out, table ? "<table><tr><td><div><font face=\"宋体\">" : "<div><div class=\"TRS_Editor\">");
  for (guint i = 0; i < lines->len; i++) {
    const TestLine *line = &g_array_index(lines, TestLine, i);
    if (table)
      g_string_append(out, "&nbsp;&nbsp;&nbsp;&nbsp;");
    else if (line->marks > 0)
      g_string_append_printf(out, "<h%u>", line->marks);
    else
      g_string_append(out, "<p style=\"text-indent: 2em\"><span>　　");
    append_text(out, line->text);
    if (table)
      g_string_append(out, "<br />\n<br />\n");
    else if (line->marks > 0)
      g_string_append_printf(out, "</h%u>\n", line->marks);
    else
      g_string_append(out, "</span></p>\n");
  }
  g_string_append(out,
                  table ? "</font></div></td></tr></table>" END "</body></html>" : "</div></div>" END "</body></html>");
  test_lines_free(lines);
  return g_string_free(out, FALSE);
}

GByteArray *
test_html(const char *markdown)
{
  return test_bytes(make(markdown, "utf-8", FALSE));
}

GByteArray *
test_html_gb2312(const char *markdown)
{
  g_autofree char *page = make(markdown, "gb2312", FALSE);
  return test_gb18030(page);
}

GByteArray *
test_html_table(const char *markdown)
{
  return test_bytes(make(markdown, "utf-8", TRUE));
}
