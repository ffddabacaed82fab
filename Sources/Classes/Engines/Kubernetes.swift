/// The manifest of a Kubernetes Job that grades the shards of a class.
package struct Kubernetes: Sendable {
  /// How many shards, and how many at once.
  package var shards: Int
  package var parallelism: Int

  package init(shards: Int, parallelism: Int) {
    self.shards = shards
    self.parallelism = parallelism
  }

  /// How many shards some rows make: 50 rows each, if no other chunk was chosen.
  package static func shards(of rows: Int, chunk: Int?) -> Int {
    let chunk = chunk ?? 50
    return max(1, (rows + chunk - 1) / chunk)
  }

  /// The Job in YAML.
  ///
  /// The volume holds what `course grade` took in: the manifest and its folder,
  /// at `/class`.
  package var text: String {
    """
    # The image holds the built course, with `course-class` on its PATH; the
    # volume `class` the folder of the manifest. Collect afterwards with
    #   course grade --manifest DIR/manifest.jsonl --collect --out DIR
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: course-grade
    spec:
      completionMode: Indexed
      completions: \(shards)
      parallelism: \(parallelism)
      backoffLimitPerIndex: 3
      maxFailedIndexes: \(shards)
      template:
        spec:
          restartPolicy: Never
          automountServiceAccountToken: false
          enableServiceLinks: false
          # Root inside a user namespace suffices for the sandbox; outside it is an
          # ordinary user.
          hostUsers: false
          containers:
            - name: grade
              image: course-class:latest
              command:
                - course-class
                - grade
                - --manifest=/class/manifest.jsonl
                - --shard=$(JOB_COMPLETION_INDEX)/\(shards)
                - --out=/class
                - --jobs=1
              securityContext:
                procMount: Unmasked
                capabilities:
                  add: [SYS_ADMIN]
                seccompProfile:
                  type: Unconfined
              resources:
                requests: { cpu: "1", memory: 2Gi }
                limits: { cpu: "2", memory: 6Gi }
              volumeMounts:
                - { name: class, mountPath: /class }
          volumes:
            - name: class
              persistentVolumeClaim:
                claimName: course-class

    """
  }
}
