/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-settings.h"

/**
 * lieudit_settings_open:
 * @key: a setting that is needed
 *
 * Opens the settings. Run from the build tree, their schema may not be installed, or an older one; asking GSettings for what is not
 * there ends the program.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL where @key is none of them
 */
GSettings *
lieudit_settings_open (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, LIEUDIT_APPLICATION_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}
