/* SPDX-License-Identifier: Apache-2.0 */
/* Reports as people paste them. */
#include "forms/forms.h"

#include "base/embedded.h"

#include <string.h>

GByteArray *
test_bytes(char *text)
{
  return g_byte_array_new_take((guint8 *)text, strlen(text));
}

GArray *
test_lines(const char *markdown)
{
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(TestLine));
  g_auto(GStrv) all = g_strsplit(markdown, "\n", -1);
  for (char **at = all; *at != NULL; at++) {
    TestLine line = {.marks = (guint)strspn(*at, "#")};
    line.text = g_strstrip(g_strdup(*at + line.marks));
    if (*line.text != '\0')
      g_array_append_val(lines, line);
    else
      g_free(line.text);
  }
  return lines;
}

void
test_lines_free(GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_free(g_array_index(lines, TestLine, i).text);
  g_array_unref(lines);
}

char *
test_plain(const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, "**", -1);
  return g_strjoinv("", parts);
}

static guint
cells_of(const char *at)
{
  return (guchar)*at < 0x80 ? 1 : 2;
}

char **
test_wrap(const char *text, guint cells)
{
  GPtrArray *pieces = g_ptr_array_new();
  while (*text != '\0') {
    const char *end = text;
    for (guint used = 0; *end != '\0' && used + cells_of(end) <= cells; end = g_utf8_next_char(end))
      used += cells_of(end);
    g_ptr_array_add(pieces, g_strndup(text, (gsize)(end - text)));
    text = end;
  }
  g_ptr_array_add(pieces, NULL);
  return (char **)g_ptr_array_free(pieces, FALSE);
}

/* 生 产 总 值 1 6 3 . 2 亿 元 */
GByteArray *
test_spaced(const char *markdown)
{
  GString *out = g_string_new(NULL);
  for (const char *at = markdown; *at != '\0'; at = g_utf8_next_char(at)) {
    g_string_append_unichar(out, g_utf8_get_char(at));
    gboolean letters = g_ascii_isalpha(at[0]) && g_ascii_isalpha(at[1]);
    if (strchr("#*\n", at[0]) == NULL && at[1] != '\n' && at[1] != '*' && !letters)
      g_string_append_c(out, ' ');
  }
  return test_bytes(g_string_free(out, FALSE));
}

/* Lines of 30 characters, a page number and a running head after every 20 of them. */
static char *
wrap_report(const char *markdown, const char *indent)
{
  GString *out = g_string_new(NULL);
  GArray *lines = test_lines(markdown);
  guint n = 0;
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *plain = test_plain(g_array_index(lines, TestLine, i).text);
    g_autofree char *whole = g_strconcat(indent, plain, NULL);
    g_auto(GStrv) pieces = test_wrap(whole, 60);
    for (char **piece = pieces; *piece != NULL; piece++) {
      g_string_append_printf(out, "%s\n", *piece);
      if (++n % 20 == 0)
        g_string_append_printf(out, "- %u -\n年度政府工作报告汇编\n", n / 20);
    }
  }
  test_lines_free(lines);
  return g_string_free(out, FALSE);
}

GByteArray *
test_wrapped(const char *markdown)
{
  return test_bytes(wrap_report(markdown, ""));
}

GByteArray *
test_indented(const char *markdown)
{
  return test_bytes(wrap_report(markdown, "　　"));
}

/* Every character that the table makes simplified, put back. */
GByteArray *
test_traditional(const char *markdown)
{
  g_autoptr(GHashTable) back = g_hash_table_new(NULL, NULL);
  const JbEmbedded *file = jb_embedded_lookup("hant.tsv");
  g_autofree char *table = g_strndup(file->bytes, file->len);
  g_auto(GStrv) rows = g_strsplit(table, "\n", -1);
  for (char **row = rows; *row != NULL; row++) {
    g_auto(GStrv) cells = g_strsplit(*row, "\t", 5);
    if (**row != '#' && g_strv_length(cells) == 5 && *cells[2] == '\0')
      g_hash_table_insert(back, GUINT_TO_POINTER(g_utf8_get_char(cells[1])),
                          GUINT_TO_POINTER(g_utf8_get_char(cells[0])));
  }
  GString *out = g_string_new(NULL);
  for (const char *at = markdown; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at), old = GPOINTER_TO_UINT(g_hash_table_lookup(back, GUINT_TO_POINTER(c)));
    g_string_append_unichar(out, old != 0 ? old : c);
  }
  return test_bytes(g_string_free(out, FALSE));
}

/* 6.6％ with a space behind it, as input methods leave it. */
GByteArray *
test_full_width(const char *markdown)
{
  g_auto(GStrv) parts = g_strsplit(markdown, "%", -1);
  return test_bytes(g_strjoinv("％ ", parts));
}

static GByteArray *
convert(const char *markdown, const char *encoding)
{
  gsize len;
  char *converted = g_convert(markdown, -1, encoding, "UTF-8", NULL, &len, NULL);
  g_assert(converted != NULL);
  return g_byte_array_new_take((guint8 *)converted, len);
}

GByteArray *
test_gb18030(const char *markdown)
{
  return convert(markdown, "GB18030");
}

GByteArray *
test_utf16le(const char *markdown)
{
  g_autofree char *marked = g_strconcat("\uFEFF", markdown, NULL);
  return convert(marked, "UTF-16LE");
}

GByteArray *
test_utf16be(const char *markdown)
{
  g_autofree char *marked = g_strconcat("\uFEFF", markdown, NULL);
  return convert(marked, "UTF-16BE");
}

/* All the text of a page, as a browser saves it. */
GByteArray *
test_site(const char *markdown)
{
  return test_bytes(
      g_strconcat("无障碍浏览 长者模式 繁体\n首页 新闻中心 政务公开 办事服务 互动交流 数据开放 走进本地 专题专栏 "
                  "领导之窗 机构职能 政策文件 规划计划 财政资金 重点领域 公共资源 建议提案 应急管理 行政许可\n"
                  "当前位置：首页 > 政务公开 > 政府工作报告\n",
                  markdown,
                  "\n责任编辑：办公室\n【打印本页】 【关闭窗口】\n相关链接\n2019年完成投资120亿元的项目名单\n"
                  "版权所有：区人民政府 网站标识码：4100000000\n访问量累计300万人次\n",
                  NULL));
}
