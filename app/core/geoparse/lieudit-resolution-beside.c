/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolution-beside.h"

/* What the names right before and behind one say of it: "Venice, Louisiana". */

/* Bytes between a name and that of the area it lies in. */
#define BESIDE 16

/* Bytes of what stands between a name and its state: a comma and a space. */
#define COMMA_BYTES 2

/* A town of about so many inhabitants, as a feature, needs no state behind its name. */
#define KNOWN_SIZE 0.7

/* How much a "province" may be an area of the second level. */
#define SECOND_LEVEL 0.6

/* From this share on it is clear what is meant. */
#define CLEAR_SHARE 0.6

static const LieuditRecognisedName *
get_name (const LieuditResolutionContext *self,
          guint                           index)
{
  return &g_array_index (self->recognition->names, LieuditRecognisedName, index);
}

static LieuditSense *
get_sense (const LieuditResolutionContext *self,
           guint                           index)
{
  return &g_array_index (self->senses, LieuditSense, index);
}

/* Returns the sense of the name beside one, or NULL where none is near enough. */
static const LieuditSense *
get_neighbour (const LieuditResolutionContext *self,
               guint                           name,
               gint                            step)
{
  gint other = (gint) name + step;
  gsize start;
  gsize end;

  if (other < 0 || (guint) other >= self->recognition->names->len || self->of_names[other] == LIEUDIT_RESOLUTION_NONE ||
      self->of_names[other] == self->of_names[name])
    return NULL;

  end = get_name (self, step > 0 ? name : (guint) other)->end;
  start = get_name (self, step > 0 ? (guint) other : name)->start;

  return start < end + BESIDE ? get_sense (self, self->of_names[other]) : NULL;
}

static double
find_parent (const LieuditResolutionOption *option,
             const LieuditSense            *neighbour)
{
  for (guint i = 0; neighbour != NULL && i < neighbour->n_likely; i++)
    {
      const LieuditResolutionOption *area = &neighbour->options[neighbour->likely[i]];

      if (lieudit_resolution_option_lies_in (option, area->place))
        return MAX (area->share, 0.5);
    }

  return 0.0;
}

static double
find_part (const LieuditResolutionOption *option,
           const LieuditSense            *neighbour)
{
  if (neighbour == NULL || option->features[LIEUDIT_RESOLUTION_REGION] <= 0.0)
    return 0.0;

  for (guint i = 0; i < neighbour->n_options; i++)
    {
      if (lieudit_resolution_option_lies_in (&neighbour->options[i], option->place))
        return 1.0;
    }

  return 0.0;
}

/* Countries stand beside countries, capitals beside capitals, states beside states of their country. */
static gboolean
has_same_rank (const LieuditResolutionOption *option,
               const LieuditResolutionOption *other)
{
  static const LieuditResolutionFeature ranks[] = {
    LIEUDIT_RESOLUTION_COUNTRY, LIEUDIT_RESOLUTION_CAPITAL, LIEUDIT_RESOLUTION_REGION,
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      if (option->features[ranks[i]] > 0.0 && other->features[ranks[i]] > 0.0)
        return ranks[i] != LIEUDIT_RESOLUTION_REGION || option->country == other->country;
    }

  return FALSE;
}

static double
find_same_rank (const LieuditResolutionOption *option,
                const LieuditSense            *neighbour)
{
  double share = 0.0;

  for (guint i = 0; neighbour != NULL && i < neighbour->n_likely; i++)
    {
      if (has_same_rank (option, &neighbour->options[neighbour->likely[i]]))
        share += neighbour->options[neighbour->likely[i]].share;
    }

  return share;
}

static double
weigh_kind (const LieuditRecognisedName   *name,
            const LieuditResolutionOption *option)
{
  const double *features = option->features;

  if (name->wants_region)
    return features[LIEUDIT_RESOLUTION_REGION] > 0.0 ? 1.0 : SECOND_LEVEL * features[LIEUDIT_RESOLUTION_DISTRICT];
  if (name->wants_settlement)
    return features[LIEUDIT_RESOLUTION_CAPITAL] > 0.0 ||
           (features[LIEUDIT_RESOLUTION_SIZE] > 0.0 && features[LIEUDIT_RESOLUTION_QUARTER] <= 0.0);
  if (name->wants_landscape)
    return MAX (features[LIEUDIT_RESOLUTION_NATURE], features[LIEUDIT_RESOLUTION_SITE]) > 0.0 ||
           features[LIEUDIT_RESOLUTION_COUNTRY] > 0.0;

  return 0.0;
}

/*
 * lieudit_resolution_weigh_beside:
 * @self: a context
 * @name: index of one of its names
 * @options: (array length=n_options): the places it may mean
 * @n_options: how many
 *
 * Weighs places by what stands beside one mention of their name.
 */
void
lieudit_resolution_weigh_beside (const LieuditResolutionContext *self,
                                 guint                           name,
                                 LieuditResolutionOption        *options,
                                 guint                           n_options)
{
  const LieuditSense *before = get_neighbour (self, name, -1);
  const LieuditSense *behind = get_neighbour (self, name, 1);

  for (guint i = 0; i < n_options; i++)
    {
      LieuditResolutionOption *option = &options[i];

      option->features[LIEUDIT_RESOLUTION_KIND] = weigh_kind (get_name (self, name), option);
      option->features[LIEUDIT_RESOLUTION_PARENT_BEHIND] = find_parent (option, behind);
      option->features[LIEUDIT_RESOLUTION_PARENT_BEFORE] = find_parent (option, before);
      option->features[LIEUDIT_RESOLUTION_PART_BEFORE] = find_part (option, before);
      option->features[LIEUDIT_RESOLUTION_LIST] = MAX (find_same_rank (option, before), find_same_rank (option, behind));
    }
}

/*
 * lieudit_resolution_weigh_parents_once:
 * @self: a context
 *
 * Weighs all places by the areas beside them: one mention with its area speaks
 * for all of them.
 */
void
lieudit_resolution_weigh_parents_once (const LieuditResolutionContext *self)
{
  for (guint i = 0; i < self->recognition->names->len; i++)
    {
      const LieuditSense *behind = get_neighbour (self, i, 1);
      LieuditSense *sense = self->of_names[i] != LIEUDIT_RESOLUTION_NONE ? get_sense (self, self->of_names[i]) : NULL;

      for (guint j = 0; sense != NULL && behind != NULL && j < sense->n_options; j++)
        {
          double *once = &sense->options[j].features[LIEUDIT_RESOLUTION_PARENT_ONCE];

          *once = MAX (*once, find_parent (&sense->options[j], behind));
        }
    }
}

/*
 * lieudit_resolution_lies_elsewhere:
 * @self: a context
 * @name: index of one of its names
 *
 * Tells whether none of the places of a name that the gazetteer knows is meant:
 * "Venice, Louisiana", where it knows no Venice in Louisiana.
 *
 * Returns: whether it is so
 */
gboolean
lieudit_resolution_lies_elsewhere (const LieuditResolutionContext *self,
                                   guint                           name)
{
  const LieuditSense *sense = get_sense (self, self->of_names[name]);
  const LieuditSense *behind = get_neighbour (self, name, 1);
  const LieuditResolutionOption *best;
  const LieuditResolutionOption *area;

  if (behind == NULL || behind->n_likely == 0 || sense->n_likely == 0 ||
      get_name (self, name)->end + COMMA_BYTES != get_name (self, name + 1)->start)
    return FALSE;

  best = &sense->options[sense->likely[0]];
  area = &behind->options[behind->likely[0]];
  if (area->features[LIEUDIT_RESOLUTION_REGION] <= 0.0 || area->share < CLEAR_SHARE ||
      best->features[LIEUDIT_RESOLUTION_SIZE] <= 0.0 || best->features[LIEUDIT_RESOLUTION_SIZE] > KNOWN_SIZE)
    return FALSE;

  for (guint i = 0; i < sense->n_options; i++)
    {
      if (lieudit_resolution_option_lies_in (&sense->options[i], area->place))
        return FALSE;
    }

  return TRUE;
}
