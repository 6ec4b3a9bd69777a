/* SPDX-License-Identifier: Apache-2.0 */
/* Backends: the same bytes for the same drawing, text that can be got back, sizes that hold, limits that are told. */
#include <jianbao/publish.h>
#include <jianbao/render.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <png.h>

#include "../support.h"
#include "fonts.h"

static const JbTextStyle chinese = {.size_pt = 12, .colour = JB_RGB(0x1A1A1A), .lang = JB_LANG_ZH};
static const JbTextStyle english = {
    .face = JB_FACE_BOLD, .size_pt = 9, .colour = JB_RGB(0x0B4F6C), .lang = JB_LANG_EN, .halo_pt = 1};

static void
draw_section(JbDrawing *drawing, JbFonts *fonts, const char *anchor)
{
  jb_draw_begin(drawing, JB_ROLE_SECT);
  jb_draw_anchor(drawing, (JbPoint){20, 20}, anchor);
  jb_draw_begin(drawing, JB_ROLE_P);
  jb_text_draw(drawing, fonts, &chinese, (JbPoint){20, 40}, JB_ALIGN_LEFT, "产值增长6.5%，“两项”（约）。——鳧㵲");
  jb_draw_link(drawing, (JbRect){20, 50, 80, 14}, "https://example.org/报告?a='1'", "来源");
  jb_text_draw(drawing, fonts, &chinese, (JbPoint){20, 60}, JB_ALIGN_LEFT, "来源网站");
  jb_draw_link(drawing, (JbRect){120, 50, 80, 14}, "#一'节", "至首节");
  jb_draw_end(drawing);
  jb_draw_begin_figure(drawing, (JbRect){20, 70, 200, 60}, "条形图 <一项> & “别的”");
  jb_draw_rect(drawing, (JbRect){20, 80, 120, 20}, (JbPaint){.fill = JB_RGB(0x3A9BB8)});
  jb_draw_circle(drawing, (JbPoint){180, 100}, 20, (JbPaint){.stroke = 0xB5400B80, .width_pt = 2, .dash_pt = {3, 1}});
  jb_text_draw(drawing, fonts, &english, (JbPoint){130, 95}, JB_ALIGN_CENTRE, "up 6.5 percent, “office”");
  jb_draw_end(drawing);
  jb_draw_end(drawing);
}

static JbDrawing *
two_pages(JbFonts *fonts)
{
  JbDrawing *drawing = jb_drawing_new();
  drawing->title_zh = "速览 & <题>";
  drawing->title_en = "Glance";
  drawing->date = "2026-02-03T04:05:06Z";
  jb_draw_page(drawing, 300, 200);
  jb_draw_begin(drawing, JB_ROLE_DOCUMENT);
  draw_section(drawing, fonts, "一'节");
  jb_draw_page(drawing, 200, 300);
  draw_section(drawing, fonts, "second");
  jb_draw_end(drawing);
  jb_draw_begin(drawing, JB_ROLE_ARTIFACT);
  jb_text_draw(drawing, fonts, &chinese, (JbPoint){20, 280}, JB_ALIGN_LEFT, "第2页");
  jb_draw_end(drawing);
  jb_draw_outline(drawing, 1, "首节", "一'节");
  jb_draw_outline(drawing, 2, "次节", "second");
  return drawing;
}

static GBytes *
render(const char *name, const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = jb_render(jb_renderer_lookup(name), drawing, fonts, options, &error);
  if (bytes == NULL)
    fail_msg("%s: %s", name, error->message);
  return bytes;
}

static void
table(void **state)
{
  (void)state;
  assert_string_equal(jb_renderer_lookup("pdf")->name, "pdf");
  assert_string_equal(jb_renderer_lookup("a.pdf/b.c.PNG")->name, "png");
  assert_null(jb_renderer_lookup("a.pdf/b"));
  assert_null(jb_renderer_lookup("gif"));
  assert_null(jb_renderer_at(jb_renderer_count()));
}

/* Two drawings, and two sets of fonts, give the same bytes in every format. */
static void
same_bytes(void **state)
{
  g_autoptr(JbFonts) others = jb_fonts_open(NULL);
  g_autoptr(JbDrawing) one = two_pages(*state), two = two_pages(others);
  for (guint i = 0; i < jb_renderer_count(); i++)
    for (guint live = 0; live < 2; live++) {
      const char *name = jb_renderer_at(i)->name;
      const JbRenderOptions options = {.page = 1, .scale = 1.5, .live_text = live == 1};
      g_autoptr(GBytes) a = render(name, one, *state, &options), b = render(name, two, others, &options);
      assert_true(g_bytes_equal(a, b));
    }
}

/* Runs a program of the path; returns what it said. */
static char *
said_by(const char **argv)
{
  g_autofree char *program = g_find_program_in_path(argv[0]);
  if (program == NULL)
    fail_msg("%s is needed for this test: see ./bootstrap", argv[0]);
  argv[0] = program;
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = argv});
  if (run.status != 0)
    fail_msg("%s: %s%s", argv[0], run.out, run.err);
  return g_strdup(run.out);
}

static guint
count(const char *text, const char *words)
{
  guint n = 0;
  while ((text = strstr(text, words)) != NULL) {
    text += strlen(words);
    n++;
  }
  return n;
}

#define WORDS(...) ((const char *[]){__VA_ARGS__, NULL})

static char *
without_blanks(const char *text)
{
  GString *out = g_string_new(NULL);
  for (; *text != '\0'; text++)
    if ((guchar)*text > ' ')
      g_string_append_c(out, *text);
  return g_string_free(out, FALSE);
}

/* A drawing as a file in a folder of its own, for programs that read files; both to be freed. */
typedef struct {
  char *folder, *path;
} Written;

static Written
write_pdf(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options)
{
  g_autoptr(GBytes) bytes = render("pdf", drawing, fonts, options);
  char *folder = test_folder();
  Written written = {folder, g_build_filename(folder, "a.pdf", NULL)};
  assert_true(jb_publish_file(written.path, bytes, NULL));
  return written;
}

static void
written_clear(Written *written)
{
  test_remove(written->folder);
  g_free(written->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Written, written_clear)

/* The file with its streams unpacked; NUL bytes within them become spaces. */
static char *
unpacked(const char *path)
{
  g_autofree char *plain = g_strconcat(path, ".plain", NULL);
  g_autofree char *nothing = said_by(WORDS("qpdf", "--qdf", "--object-streams=disable", path, plain));
  gsize len;
  char *text = test_read(plain, &len);
  for (gsize i = 0; i < len; i++)
    if (text[i] == '\0')
      text[i] = ' ';
  return text;
}

static void
pdf_text(void **state)
{
  g_autoptr(JbDrawing) drawing = two_pages(*state);
  g_auto(Written) pdf = write_pdf(drawing, *state, NULL);
  g_autofree char *text = said_by(WORDS("pdftotext", pdf.path, "-"));
  g_autofree char *letters = without_blanks(text);
  assert_non_null(strstr(letters, "产值增长6.5%，“两项”（约）。——鳧㵲来源网站"));
  assert_non_null(strstr(letters, "第2页"));
  assert_int_equal(count(text, "up 6.5 percent, “office”"), 2); /* once a page: a halo is no second text */

  g_autofree char *info = said_by(WORDS("pdfinfo", "-isodates", pdf.path));
  assert_non_null(strstr(info, "速览 & <题> · Glance"));
  assert_non_null(strstr(info, "2026-02-03T04:05:06Z"));
  assert_non_null(strstr(info, "PDF version:     1.7"));
  g_autofree char *links = said_by(WORDS("pdfinfo", "-url", pdf.path));
  assert_non_null(strstr(links, "https://example.org/%E6%8A%A5%E5%91%8A?a=%271%27"));
  g_autofree char *fonts = said_by(WORDS("pdffonts", pdf.path));
  assert_non_null(strstr(fonts, "NotoSansCJKsc-Bold"));
  assert_null(strstr(fonts, " no "));
}

/*
 * Glyphs that stand for more than one text (the radical ⼀ is drawn as 一, in either order), for two characters
 * (——), for a character and its accent, for one beyond the first plane, beside bytes that a string must escape.
 */
static void
pdf_text_of_glyphs(void **state)
{
  static const char *const lines[] = {"一⼀一", "⼉儿⼉", "甲——乙……丙", "cafe\u0301 é", "𠮷㐂", "(a\\b) [c]"};
  g_autoptr(JbDrawing) drawing = jb_drawing_new();
  jb_draw_page(drawing, 420, 520);
  jb_draw_begin(drawing, JB_ROLE_P);
  for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
    jb_text_draw(drawing, *state, &chinese, (JbPoint){20, 40 + 30 * i}, JB_ALIGN_LEFT, lines[i]);
  /* 300 more glyphs, so that codes have every low byte: parentheses, backslash and both ends of a line. */
  for (guint i = 0; i < 10; i++) {
    g_autoptr(GString) run = g_string_new(NULL);
    for (guint k = 0; k < 30; k++)
      g_string_append_unichar(run, 0x4E10 + 30 * i + k);
    jb_text_draw(drawing, *state, &chinese, (JbPoint){20, 220 + 30 * i}, JB_ALIGN_LEFT, run->str);
  }
  jb_draw_end(drawing);
  g_auto(Written) pdf = write_pdf(drawing, *state, NULL);
  g_autofree char *text = said_by(WORDS("pdftotext", "-raw", pdf.path, "-"));
  g_autoptr(GString) expected = g_string_new(NULL);
  for (guint i = 0; i < drawing->pages->len; i++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[i])->items;
    for (guint k = 0; k < items->len; k++)
      if (g_array_index(items, JbDrawItem, k).kind == JB_DRAW_TEXT)
        g_string_append_printf(expected, "%s\n", g_array_index(items, JbDrawItem, k).text.text);
  }
  g_string_append(expected, "\f");
  assert_string_equal(text, expected->str);
}

static void
draw_row(JbDrawing *drawing, JbFonts *fonts, double y, const JbRole *cells, guint n)
{
  jb_draw_begin(drawing, JB_ROLE_TR);
  for (guint i = 0; i < n; i++) {
    jb_draw_begin(drawing, cells[i]);
    jb_text_draw(drawing, fonts, &chinese, (JbPoint){20 + 90 * i, y}, JB_ALIGN_LEFT, i == 0 ? "指标" : "数值");
    jb_draw_end(drawing);
  }
  jb_draw_end(drawing);
}

static void
pdf_structure(void **state)
{
  g_autoptr(JbDrawing) drawing = two_pages(*state);
  for (JbRole role = JB_ROLE_H2; role <= JB_ROLE_H3; role++) {
    jb_draw_begin(drawing, role);
    jb_text_draw(drawing, *state, &chinese, (JbPoint){20, 160 + 15 * role}, JB_ALIGN_LEFT, "一节");
    jb_draw_end(drawing);
  }
  jb_draw_begin(drawing, JB_ROLE_CAPTION);
  jb_text_draw(drawing, *state, &chinese, (JbPoint){20, 185}, JB_ALIGN_LEFT, "一张表");
  jb_draw_end(drawing);
  jb_draw_begin(drawing, JB_ROLE_TABLE);
  draw_row(drawing, *state, 200, (JbRole[]){JB_ROLE_TH, JB_ROLE_TH}, 2);
  draw_row(drawing, *state, 220, (JbRole[]){JB_ROLE_TH}, 1);
  draw_row(drawing, *state, 240, (JbRole[]){JB_ROLE_TH, JB_ROLE_TD}, 2);
  jb_draw_end(drawing);
  jb_text_draw(drawing, *state, &english, (JbPoint){20, 260}, JB_ALIGN_LEFT, "outside");
  g_auto(Written) pdf = write_pdf(drawing, *state, NULL);
  g_autofree char *check = said_by(WORDS("qpdf", "--check", pdf.path));
  assert_non_null(strstr(check, "No syntax or stream encoding errors"));
  g_autofree char *tree = said_by(WORDS("pdfinfo", "-struct-text", pdf.path));
  assert_non_null(strstr(tree, "Figure"));
  assert_non_null(strstr(tree, "\"来源网站\"")); /* the link's */
  assert_non_null(strstr(tree, "\"outside\""));
  assert_non_null(strstr(tree, "  Table (block)\n    Caption\n      \"一张表\"\n    TR"));
  assert_null(strstr(tree, "第2页")); /* an artifact */
  g_autofree char *file = unpacked(pdf.path);
  assert_int_equal(count(file, "/Scope /Column"), 2);
  assert_int_equal(count(file, "/Scope /Row"), 2);
  assert_int_equal(count(file, "/ColSpan 2"), 1);
  assert_int_equal(count(file, "/S /H1"), 1); /* the first heading is of the first level */
  assert_int_equal(count(file, "/S /H2"), 1);
  assert_int_equal(count(file, "/S /Figure"), 2);
  assert_int_equal(count(file, "/S /Link"), 4);
  assert_int_equal(count(file, "/Subtype /Link"), 4);
  assert_int_equal(count(file, "/Alt "), 2);
  assert_int_equal(count(file, "/Artifact<</Type/Pagination>>BDC"), 1);
  assert_int_equal(count(file, "/Span<</Lang(en)/MCID "), 1); /* the label within a figure is not read */
  assert_int_equal(count(file, "BDC"), count(file, "EMC"));
  assert_int_equal(count(file, "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"), 1);
  assert_int_equal(count(file, "<xmp:CreateDate>2026-02-03T04:05:06Z</xmp:CreateDate>"), 1);
  assert_non_null(strstr(file, "速览 &amp; &lt;题&gt; · Glance"));
  assert_non_null(strstr(file, "/Lang (zh-CN)"));

  /* The name of a report's file is whatever a disk holds. */
  drawing->subject = "a\xFC\x01";
  g_auto(Written) odd = write_pdf(drawing, *state, NULL);
  g_autofree char *odd_file = unpacked(odd.path);
  assert_non_null(strstr(odd_file, "<rdf:li xml:lang=\"x-default\">a\xEF\xBF\xBD </rdf:li>"));
}

static void
pdf_attachments(void **state)
{
  static const char data[] = "{\"a\":1}";
  g_autoptr(JbDrawing) drawing = two_pages(*state);
  g_autoptr(GBytes) bytes = g_bytes_new_static(data, strlen(data));
  const JbAttachment attachments[] = {
      {.name = "数据.json", .mime = "application/json", .relation = JB_ATTACHED_DATA, .bytes = bytes},
      {.name = "a.csv", .mime = "text/csv", .description = "表", .relation = JB_ATTACHED_SUPPLEMENT, .bytes = bytes},
  };
  const JbRenderOptions options = {.n_attachments = 2, .attachments = attachments};
  g_auto(Written) pdf = write_pdf(drawing, *state, &options);
  g_autofree char *list = said_by(WORDS("pdfdetach", "-list", pdf.path));
  assert_non_null(strstr(list, "1: a.csv\n2: 数据.json\n"));
  g_autofree char *saved = g_build_filename(pdf.folder, "saved", NULL);
  g_autofree char *nothing = said_by(WORDS("pdfdetach", "-save", "2", "-o", saved, pdf.path));
  g_autofree char *back = test_read(saved, NULL);
  assert_string_equal(back, data);
  g_autofree char *file = unpacked(pdf.path);
  assert_int_equal(count(file, "/AFRelationship /Data"), 1);
  assert_int_equal(count(file, "/AFRelationship /Supplement"), 1);
  assert_int_equal(count(file, "/Subtype /application#2fjson"), 1);
  assert_int_equal(count(file, "/AF ["), 1);
}

/* A PGM, as pdftoppm writes it. */
static guchar *
read_grey(const char *path, guint width, guint height)
{
  gsize len;
  g_autofree char *head = g_strdup_printf("P5\n%u %u\n255\n", width, height);
  char *file = test_read(path, &len);
  assert_memory_equal(file, head, strlen(head));
  assert_int_equal(len, strlen(head) + (gsize)width * height);
  memmove(file, file + strlen(head), (gsize)width * height);
  return (guchar *)file;
}

static guchar *
decode(GBytes *png, guint width, guint height, guint format)
{
  png_image image = {.version = PNG_IMAGE_VERSION};
  gsize len;
  const void *bytes = g_bytes_get_data(png, &len);
  assert_true(png_image_begin_read_from_memory(&image, bytes, len));
  assert_int_equal(image.width, width);
  assert_int_equal(image.height, height);
  image.format = format;
  guchar *pixels = g_malloc(PNG_IMAGE_SIZE(image));
  assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
  return pixels;
}

/* What painters get wrong, dark on light so that it shows. */
static JbDrawing *
strokes_and_halos(JbFonts *fonts)
{
  const JbColour dark = JB_RGB(0x101820);
  JbDrawing *drawing = jb_drawing_new();
  jb_draw_page(drawing, 300, 200);
  jb_draw_rect(drawing, (JbRect){20, 20, 260, 40}, (JbPaint){.fill = dark});
  JbTextStyle haloed = chinese;
  haloed.halo_pt = 3;
  jb_text_draw(drawing, fonts, &haloed, (JbPoint){30, 45}, JB_ALIGN_LEFT, "生产总值 163亿元，增长6.6%");
  jb_draw_line(drawing, (JbPoint){20, 80}, (JbPoint){280, 80},
               (JbPaint){.stroke = dark, .width_pt = 6, .dash_pt = {12, 18}});
  jb_draw_line(drawing, (JbPoint){20, 100}, (JbPoint){280, 100},
               (JbPaint){.stroke = dark, .width_pt = 6, .dash_pt = {0.1, 18}, .round = TRUE});
  jb_draw_circle(drawing, (JbPoint){60, 140}, 20, (JbPaint){.fill = dark, .stroke = 0xFFFFFF80, .width_pt = 12});
  jb_draw_rect(drawing, (JbRect){100, 125, 30, 30}, (JbPaint){.fill = 0x10182020});
  jb_draw_arc(drawing, (JbPoint){180, 150}, 20, -90, 90, (JbPaint){.stroke = dark, .width_pt = 8});
  const JbPoint corner[] = {{220, 160}, {240, 120}, {260, 160}};
  jb_draw_polyline(drawing, corner, 3, FALSE, (JbPaint){.stroke = dark, .width_pt = 5});
  jb_text_draw(drawing, fonts, &chinese, (JbPoint){20, 185}, JB_ALIGN_LEFT,
               "一般公共预算收入5.4亿元，“两项”（约）。——鳧㵲");
  return drawing;
}

/* Two renderers that have nothing in common but the display list show the same. */
static void
pdf_looks_like_png(void **state)
{
  enum { WIDTH = 900, HEIGHT = 600 };
  g_autoptr(JbDrawing) drawing = strokes_and_halos(*state);
  g_auto(Written) pdf = write_pdf(drawing, *state, NULL);
  g_autofree char *stem = g_build_filename(pdf.folder, "a", NULL), *path = g_strconcat(stem, ".pgm", NULL);
  g_autofree char *nothing = said_by(WORDS("pdftoppm", "-f", "1", "-singlefile", "-r", "216", "-gray", pdf.path, stem));
  g_autoptr(GBytes) png = render("png", drawing, *state, &(JbRenderOptions){.scale = 3});
  g_autofree guchar *shown = read_grey(path, WIDTH, HEIGHT), *expected = decode(png, WIDTH, HEIGHT, PNG_FORMAT_GRAY);
  guint inked = 0, other = 0;
  for (guint y = 1; y < HEIGHT - 1; y++)
    for (guint x = 1; x < WIDTH - 1; x++) {
      /* A pixel may be its neighbour's: renderers place edges as they like. */
      guint at = y * WIDTH + x, least = 255;
      for (guint k = 0; k < 9; k++)
        least = MIN(least, (guint)ABS(shown[at] - expected[at + (k / 3 - 1) * WIDTH + k % 3 - 1]));
      inked += expected[at] < 128;
      other += least > 128;
    }
  assert_true(inked > 20000);
  assert_true(other < inked / 500);
}

static guint32
big_endian(const guchar *at)
{
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

static void
png_size_and_density(void **state)
{
  g_autoptr(JbDrawing) drawing = two_pages(*state);
  for (double scale = 0.3; scale < 4; scale *= 1.37) {
    g_autoptr(GBytes) bytes = render("png", drawing, *state, &(JbRenderOptions){.scale = scale});
    gsize len;
    const guchar *at = g_bytes_get_data(bytes, &len);
    assert_int_equal(big_endian(at + 16), (guint32)(300 * scale + 0.5));
    assert_int_equal(big_endian(at + 20), (guint32)(200 * scale + 0.5));
    assert_int_equal(at[25], 3); /* a palette */
    const guchar *density = memmem(at, len, "pHYs", 4);
    assert_int_equal(big_endian(density + 4), (guint32)(72 * scale / 0.0254 + 0.5));
    assert_non_null(memmem(at, len, "速览 & <题> · Glance", strlen("速览 & <题> · Glance")));
    assert_non_null(memmem(at, len, "条形图 <一项>", strlen("条形图 <一项>")));
  }
  drawing->background = JB_NO_COLOUR;
  g_autoptr(GBytes) clear = render("png", drawing, *state, NULL);
  assert_int_equal(((const guchar *)g_bytes_get_data(clear, NULL))[25], 6); /* RGBA */
}

#define SIDE 300

/* Text of two colours on areas of two, which differ by one; beneath them so many squares, each of a colour of its own.
 */
static JbDrawing *
coloured(JbFonts *fonts, guint n_squares)
{
  JbDrawing *drawing = jb_drawing_new();
  JbTextStyle style = chinese;
  drawing->background = JB_RGB(0xFFFFFF);
  jb_draw_page(drawing, SIDE, SIDE);
  jb_draw_rect(drawing, (JbRect){0, 0, 150, 100}, (JbPaint){.fill = JB_RGB(0xE9ECF0)});
  jb_draw_rect(drawing, (JbRect){150, 0, 150, 100}, (JbPaint){.fill = JB_RGB(0xE9ECF1)});
  for (guint i = 0; i < 2; i++) {
    style.colour = i == 0 ? JB_RGB(0x123E7C) : JB_RGB(0xB5400B);
    for (guint k = 0; k < 6; k++) {
      style.size_pt = 9.3 + k;
      jb_text_draw(drawing, fonts, &style, (JbPoint){5.3 + 150 * i, 18 + 15 * k}, JB_ALIGN_LEFT, "增长8.4%，其中工业");
    }
  }
  for (guint i = 0; i < n_squares; i++)
    jb_draw_rect(drawing, (JbRect){10 * (i % 30), 110 + 10 * (i / 30), 10, 10},
                 (JbPaint){.fill = JB_RGB((i / 17 * 13) << 16 | (i % 17 * 15) << 8 | 0x40)});
  return drawing;
}

/* With few colours a byte numbers them: areas are exact and edges differ by two in 255 at most. Else it is RGB. */
static void
png_palette(void **state)
{
  const JbRenderOptions options = {0};
  g_autoptr(JbDrawing) few = coloured(*state, 20), many = coloured(*state, 300);
  g_autoptr(GBytes) small = render("png", few, *state, &options), again = render("png", few, *state, &options);
  g_autoptr(GBytes) large = render("png", many, *state, &options);
  const guchar *bytes = g_bytes_get_data(small, NULL), *colours;
  assert_int_equal(bytes[25], 3);
  assert_int_equal(((const guchar *)g_bytes_get_data(large, NULL))[25], 2);
  assert_true(g_bytes_equal(small, again));
  colours = memmem(bytes, g_bytes_get_size(small), "PLTE", 4);
  assert_in_range(big_endian(colours - 4) / 3, 20, 256);
  g_autofree guchar *shown = decode(small, SIDE, SIDE, PNG_FORMAT_RGB), *exact = decode(large, SIDE, SIDE, PNG_FORMAT_RGB);
  guint n_other = 0;
  for (guint i = 0; i < SIDE * 110 * 3; i++) {
    assert_true(ABS((int)shown[i] - (int)exact[i]) <= 2);
    n_other += shown[i] != exact[i];
  }
  assert_in_range(n_other, 1, SIDE * 110 * 3 / 5);
  for (guint x = 0; x < SIDE; x++) /* above the text: the areas */
    assert_int_equal(shown[x * 3 + 2], x < 150 ? 0xF0 : 0xF1);
}

static void
svg_is_xml(void **state)
{
  g_autoptr(JbDrawing) drawing = two_pages(*state);
  for (guint live = 0; live < 2; live++) {
    g_autoptr(GBytes) bytes = render("svg", drawing, *state, &(JbRenderOptions){.live_text = live == 1});
    g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    g_autoptr(GError) error = NULL;
    GMarkupParser nothing = {0};
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&nothing, 0, NULL, NULL);
    assert_true(g_markup_parse_context_parse(context, text, -1, &error));
    assert_true(g_markup_parse_context_end_parse(context, &error));
    assert_non_null(strstr(text, "role=\"img\""));
    assert_non_null(strstr(text, "<title>速览 &amp; &lt;题&gt; · Glance</title>"));
    assert_non_null(strstr(text, "<desc>条形图 &lt;一项&gt;"));
    assert_int_equal(strstr(text, "<text") != NULL, live == 1);
    assert_int_equal(strstr(text, "<use") != NULL, live == 0);
  }
  /* Files that are put into one page do not share ids. */
  g_autoptr(GBytes) first = render("svg", drawing, *state, NULL);
  g_autoptr(GBytes) second = render("svg", drawing, *state, &(JbRenderOptions){.page = 1});
  const char *one = strstr(g_bytes_get_data(first, NULL), "id=\""),
             *two = strstr(g_bytes_get_data(second, NULL), "id=\"");
  assert_int_not_equal(strncmp(one, two, 12), 0);
}

static void
assert_refused(const JbDrawing *drawing, JbFonts *fonts, JbRenderOptions options, JbErrorCode code, const char *part)
{
  g_autoptr(GError) error = NULL;
  assert_null(jb_render(jb_renderer_lookup("png"), drawing, fonts, &options, &error));
  assert_true(g_error_matches(error, JB_ERROR, (int)code));
  assert_non_null(strstr(error->message, part));
}

static void
limits(void **state)
{
  g_autoptr(JbDrawing) drawing = two_pages(*state);
  assert_refused(drawing, *state, (JbRenderOptions){.scale = 200}, JB_ERROR_USAGE, "60000 × 40000");
  assert_refused(drawing, *state, (JbRenderOptions){.scale = 100}, JB_ERROR_USAGE, "200 million");
  assert_refused(drawing, *state, (JbRenderOptions){.scale = 1e-9}, JB_ERROR_USAGE, "0 × 0");
  assert_refused(drawing, *state, (JbRenderOptions){.page = 2}, JB_ERROR_USAGE, "page 3");
  jb_draw_begin(drawing, JB_ROLE_P);
  assert_refused(drawing, *state, (JbRenderOptions){0}, JB_ERROR_BUG, "still open");
}

static void
page_without_text(void **state)
{
  g_autoptr(JbDrawing) drawing = jb_drawing_new();
  jb_draw_page(drawing, 20, 10);
  for (guint i = 0; i < jb_renderer_count(); i++) {
    g_autoptr(GBytes) bytes = render(jb_renderer_at(i)->name, drawing, *state, NULL);
    assert_true(g_bytes_get_size(bytes) > 50);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(table),
      cmocka_unit_test(same_bytes),
      cmocka_unit_test(pdf_text),
      cmocka_unit_test(pdf_text_of_glyphs),
      cmocka_unit_test(pdf_structure),
      cmocka_unit_test(pdf_attachments),
      cmocka_unit_test(pdf_looks_like_png),
      cmocka_unit_test(png_size_and_density),
      cmocka_unit_test(png_palette),
      cmocka_unit_test(svg_is_xml),
      cmocka_unit_test(limits),
      cmocka_unit_test(page_without_text),
  };
  return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
