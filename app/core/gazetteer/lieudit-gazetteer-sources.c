/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-layers.h"

/**
 * lieudit_gazetteer_get_n_sources:
 * @self: a gazetteer
 *
 * Returns: how many sources its data come from
 */
guint
lieudit_gazetteer_get_n_sources (LieuditGazetteer *self)
{
  gsize n_sources;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), 0);

  lieudit_gazetteer_list_sources (self, &n_sources);
  if (lieudit_gazetteer_get_layers (self) != NULL)
    {
      for (guint i = 1; i < lieudit_gazetteer_layers_get_n_layers (lieudit_gazetteer_get_layers (self)); i++)
        n_sources += lieudit_gazetteer_get_n_sources (lieudit_gazetteer_layers_get_layer (lieudit_gazetteer_get_layers (self), i, NULL));
    }

  return (guint) n_sources;
}

static LieuditGazetteerSource
get_source_of_layers (LieuditGazetteerLayers *layers,
                      guint                   index)
{
  LieuditGazetteerSource none = { "", "", "", "", "", 0 };

  for (guint i = 1; i < lieudit_gazetteer_layers_get_n_layers (layers); i++)
    {
      LieuditGazetteer *layer = lieudit_gazetteer_layers_get_layer (layers, i, NULL);
      guint n_sources = lieudit_gazetteer_get_n_sources (layer);

      if (index < n_sources)
        return lieudit_gazetteer_get_source (layer, index);
      index -= n_sources;
    }

  g_return_val_if_reached (none);
}

/**
 * lieudit_gazetteer_get_source:
 * @self: a gazetteer
 * @index: a source, below lieudit_gazetteer_get_n_sources()
 *
 * Returns: the source; its strings belong to @self
 */
LieuditGazetteerSource
lieudit_gazetteer_get_source (LieuditGazetteer *self,
                              guint             index)
{
  LieuditGazetteerSource source = { "", "", "", "", "", 0 };
  const LieuditSourceEntry *sources;
  gsize n_sources;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), source);

  sources = lieudit_gazetteer_list_sources (self, &n_sources);
  if (lieudit_gazetteer_get_layers (self) != NULL && index >= n_sources)
    return get_source_of_layers (lieudit_gazetteer_get_layers (self), index - (guint) n_sources);
  g_return_val_if_fail (index < n_sources, source);

  source.key = lieudit_gazetteer_get_string (self, sources[index].key);
  source.title = lieudit_gazetteer_get_string (self, sources[index].title);
  source.licence = lieudit_gazetteer_get_string (self, sources[index].licence);
  source.url = lieudit_gazetteer_get_string (self, sources[index].url);
  source.date = lieudit_gazetteer_get_string (self, sources[index].date);
  source.n_places = sources[index].n_places;

  return source;
}

/**
 * lieudit_gazetteer_dup_attribution:
 * @self: a gazetteer
 *
 * Returns: (transfer full) (array zero-terminated=1): a line for each source
 *   of the data, with its licence
 */
char **
lieudit_gazetteer_dup_attribution (LieuditGazetteer *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), NULL);

  for (guint i = 0; i < lieudit_gazetteer_get_n_sources (self); i++)
    {
      LieuditGazetteerSource source = lieudit_gazetteer_get_source (self, i);
      g_autofree char *line = *source.licence != '\0' ? g_strdup_printf ("%s (%s)", source.title, source.licence)
                                                      : g_strdup (source.title);

      g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}
