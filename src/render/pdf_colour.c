/* SPDX-License-Identifier: Apache-2.0 */
/* The colour space of a PDF's numbers, as an output intent (ISO 19005-3, 6.2.3). */
#include "render/pdf.h"

#include <math.h>
#include <string.h>

/*
 * A display profile (ICC.1:2004-10, the edition that PDF 1.7 cites) of three primaries and one curve, which is the
 * formula of IEC 61966-2-1 itself: half a kilobyte. White and primaries are adapted to D50 as ICC wants them, by the
 * matrix beside them.
 */
static const double white[] = {0.9642, 1, 0.8249},
                    adaptation[] = {1.0478112,  0.0228866,  -0.0501270, 0.0295424, 0.9904844,
                                    -0.0170491, -0.0092345, 0.0150436,  0.7521316},
                    red[] = {0.4360747, 0.2225045, 0.0139322}, green[] = {0.3850649, 0.7168786, 0.0971045},
                    blue[] = {0.1430804, 0.0606169, 0.7141733},
                    curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

/* The tags whose data are numbers; a tag without its own has those of the one before it. */
static const struct {
  char tag[5], type[5];
  const double *values;
  guint n;
} numbers[] = {
    {"wtpt", "XYZ ", white, G_N_ELEMENTS(white)},
    {"chad", "sf32", adaptation, G_N_ELEMENTS(adaptation)},
    {"rXYZ", "XYZ ", red, G_N_ELEMENTS(red)},
    {"gXYZ", "XYZ ", green, G_N_ELEMENTS(green)},
    {"bXYZ", "XYZ ", blue, G_N_ELEMENTS(blue)},
    {"rTRC", "para", curve, G_N_ELEMENTS(curve)},
    {"gTRC", "para", NULL, 0},
    {"bTRC", "para", NULL, 0},
};

static void
put_be(GString *out, guint32 value, guint bytes)
{
  while (bytes-- > 0)
    g_string_append_c(out, (char)(value >> 8 * bytes & 0xFF));
}

static void
put_fixed(GString *out, double value)
{
  put_be(out, (guint32)(gint32)lround(value * 65536), 4);
}

/* A row of the tag table, for what is in `data` from `begin` on; `offset`: where the data lie in the profile. */
static void
put_tag(GString *table, const char *tag, const GString *data, gsize begin, gsize offset)
{
  g_string_append(table, tag);
  put_be(table, (guint32)(offset + begin), 4);
  put_be(table, (guint32)(data->len - begin), 4);
}

/* One text in one language. */
static void
put_words(GString *out, const char *words)
{
  guint length = (guint)strlen(words);
  g_string_append(out, "mluc");
  put_be(out, 0, 4), put_be(out, 1, 4), put_be(out, 12, 4);
  g_string_append(out, "enUS");
  put_be(out, length * 2, 4), put_be(out, 28, 4);
  for (guint i = 0; i < length; i++)
    put_be(out, (guchar)words[i], 2);
}

static GString *
srgb_profile(void)
{
  static const struct {
    char tag[5];
    const char *words;
  } texts[] = {{"desc", "sRGB IEC61966-2.1"}, {"cprt", "No copyright"}};
  const guint n_tags = G_N_ELEMENTS(texts) + G_N_ELEMENTS(numbers);
  const gsize offset = 128 + 4 + n_tags * 12;
  g_autoptr(GString) data = g_string_new(NULL), table = g_string_new(NULL);
  gsize begin = 0;
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    begin = data->len;
    put_words(data, texts[i].words);
    put_tag(table, texts[i].tag, data, begin, offset);
    put_be(data, 0, (4 - data->len % 4) % 4);
  }
  for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
    if (numbers[i].values != NULL) {
      begin = data->len;
      g_string_append(data, numbers[i].type);
      put_be(data, 0, 4);
      if (numbers[i].values == curve)
        put_be(data, 3 << 16, 4); /* the form of the formula: a power above the fifth number, a line below it */
      for (guint k = 0; k < numbers[i].n; k++)
        put_fixed(data, numbers[i].values[k]);
    }
    put_tag(table, numbers[i].tag, data, begin, offset);
  }
  GString *out = g_string_new(NULL);
  put_be(out, (guint32)(offset + data->len), 4);
  put_be(out, 0, 4);
  put_be(out, 0x04200000, 4); /* version 4.2 */
  g_string_append(out, "mntrRGB XYZ ");
  const guint16 date[] = {2000, 1, 1, 0, 0, 0};
  for (guint i = 0; i < G_N_ELEMENTS(date); i++)
    put_be(out, date[i], 2);
  g_string_append(out, "acsp");
  for (guint i = 0; i < 7; i++) /* platform, flags, maker, model, attributes, perceptual intent: all 0 */
    put_be(out, 0, 4);
  for (guint i = 0; i < G_N_ELEMENTS(white); i++)
    put_fixed(out, white[i]);
  while (out->len < 128)
    g_string_append_c(out, '\0');
  put_be(out, n_tags, 4);
  g_string_append_len(out, table->str, (gssize)table->len);
  g_string_append_len(out, data->str, (gssize)data->len);
  return out;
}

guint
jb_pdf_output_intent(JbPdf *pdf)
{
  g_autoptr(GString) profile = srgb_profile();
  guint number = jb_pdf_reserve(pdf), stream = jb_pdf_reserve(pdf);
  jb_pdf_stream(pdf, stream, "/N 3", profile->str, profile->len, JB_PDF_ONCE);
  g_string_append_printf(jb_pdf_object(pdf, number),
                         "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                         "/DestOutputProfile %u 0 R>>",
                         stream);
  return number;
}
