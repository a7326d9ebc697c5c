package id.pde.route;

/** Routes with every construct of the allow-list; both the police and Camel must take them. */
final class AllowedRoutes {

  static final String EVERYTHING =
      """
      # The short form.
      - from:
          uri: pde:inbox
          parameters:
            agency: dkupp
            every: 5s
          steps:
            - to: pde:dkupp/harga
      # The long form.
      - route:
          id: bkpsdm
          description: Pegawai
          from:
            uri: "pde:inbox?agency=bkpsdm&cron=0/30 * * * * ?"
            steps:
              - setHeader:
                  name: asal
                  constant: bkpsdm
              - setProperty:
                  name: asal
                  expression:
                    header: asal
              - log: "ada berkas"
              - choice:
                  when:
                    - header: asal
                      steps:
                        - log:
                            message: diterima
                            loggingLevel: DEBUG
                        - to:
                            uri: pde:bkpsdm/asn
                            parameters:
                              period: "2025"
                  otherwise:
                    steps:
                      - to: "direct:lain"
      - from:
          uri: direct:lain
          steps:
            - filter:
                exchangeProperty: asal
                steps:
                  - unmarshal:
                      csv:
                        lazyLoad: true
                        useOrderedMaps: true
                        delimiter: ";"
                  - to: {uri: "pde:dkupp/harga"}
      - from:
          uri: "pde:schedule/malam?at=02:30&days=working&zone=Asia/Makassar"
          steps:
            - setBody:
                constant: {expression: "SELECT * FROM t_harga ORDER BY id"}
            - to: jdbc:simpasar?outputType=StreamList&statement.fetchSize=500
            - to: pde:dkupp/harga
      - from:
          uri: "pde:schedule/siang?cron=0 0 12 ? * MON-FRI"
          steps:
            - to: sql:SELECT * FROM t_harga?dataSource=#simpasar
            - split:
                streaming: true
                header: rows
                steps:
                  - unmarshal: {json: {library: Jackson, useList: true}}
                  - to: pde:dkupp/harga
      """;

  private AllowedRoutes() {}
}
