/* SPDX-License-Identifier: Apache-2.0 */
/* Linear scales. Domains are coordinates, so doubles will do; labels never come from here. */
#include "chart/internal.h"

#include <math.h>

double
jb_scale_at(const JbScale *scale, double value)
{
  double span = scale->to - scale->from;
  if (span == 0)
    return scale->start;
  return scale->start + (value - scale->from) / span * (scale->end - scale->start);
}

double
jb_nice_step(double span, guint count)
{
  if (!(span > 0) || count == 0)
    return 1;
  double raw = span / count;
  double power = pow(10, floor(log10(raw)));
  double rest = raw / power;
  double factor = rest >= sqrt(50) ? 10 : rest >= sqrt(10) ? 5 : rest >= M_SQRT2 ? 2 : 1;
  return factor * power;
}

void
jb_nice_domain(double *from, double *to, guint count)
{
  double step = jb_nice_step(*to - *from, count);
  *from = floor(*from / step) * step;
  *to = ceil(*to / step) * step;
  if (*to <= *from)
    *to = *from + step;
}
