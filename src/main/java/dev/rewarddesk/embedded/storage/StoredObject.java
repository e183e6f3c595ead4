package dev.rewarddesk.embedded.storage;

import dev.rewarddesk.embedded.http.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What {@code storage.objects} knows of a file.
 *
 * @param sha256 of its bytes, in lower-case hexadecimal; names the file on disk
 * @param contentType as judged by content when it was stored
 * @param size in bytes
 * @param place where its bytes are
 */
public record StoredObject(String sha256, String contentType, long size, Place place) {

    /** Where bytes are. */
    public enum Place {
        /** In the workspace's folder, under their hash. */
        FOLDER,
        /** In the S3-compatible bucket, under the object's name. */
        BUCKET
    }

    /**
     * Records the object under the caller's role, unless one of the name is there already; the policies of the bucket decide.
     *
     * @return its id; empty when it was not recorded
     */
    public Optional<UUID> insert(Connection connection, String bucket, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into storage.objects (bucket_id, name, owner_id, metadata)
                values (?, ?, auth.uid()::text, ?::jsonb) on conflict do nothing returning id
                """)) {
            statement.setString(1, bucket);
            statement.setString(2, name);
            statement.setString(
                    3,
                    Json.text(Map.of(
                            "sha256",
                            sha256,
                            "mimetype",
                            contentType,
                            "size",
                            size,
                            "eTag",
                            "\"" + sha256 + "\"",
                            "place",
                            place.name())));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** Removes the objects of these names in the folder that the caller's role may remove, and gives the hashes of their bytes by name. */
    public static Map<String, String> remove(Connection connection, String bucket, Collection<String> names)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                delete from storage.objects o where o.bucket_id = ? and o.name = any (?) and o.metadata ->> 'place' = 'FOLDER'
                returning o.name, o.metadata ->> 'sha256'
                """)) {
            statement.setString(1, bucket);
            statement.setArray(2, connection.createArrayOf("text", names.toArray()));
            Map<String, String> removed = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    removed.put(row.getString(1), row.getString(2));
                }
            }
            return removed;
        }
    }

    /** Which of these hashes name the file of an object that the caller's role may see. */
    public static Set<String> inUse(Connection connection, Collection<String> hashes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select distinct o.metadata ->> 'sha256' from storage.objects o where o.metadata ->> 'sha256' = any (?) and o.metadata ->> 'place' = 'FOLDER'")) {
            statement.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            Set<String> used = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    used.add(row.getString(1));
                }
            }
            return used;
        }
    }

    /** The object, when it exists and the caller's role may see it. */
    public static Optional<StoredObject> find(Connection connection, String bucket, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select o.metadata ->> 'sha256', o.metadata ->> 'mimetype', (o.metadata ->> 'size')::bigint,
                  o.metadata ->> 'place'
                from storage.objects o where o.bucket_id = ? and o.name = ?
                """)) {
            statement.setString(1, bucket);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredObject(
                                row.getString(1), row.getString(2), row.getLong(3), Place.valueOf(row.getString(4))))
                        : Optional.empty();
            }
        }
    }
}
